/** Shapes of requests that programs have stumbled over, put together from their parts. */
const ELSEWHERE = 'evil.example';

/** Ways of saying another place where a path is wanted. */
export const REDIRECTS: readonly string[] = [
  ...[
    '//',
    '///',
    '/\\',
    '\\\\',
    '/\t/',
    '/\n/',
    'https:',
    'https://',
    'HTTPS://',
    'http:/\\',
    '/%2f',
    '/.//',
    '/..//',
    '/%5c',
  ].map((start) => `${start}${ELSEWHERE}/`),
  ...[
    'javascript:alert(1)',
    'data:text/html,a',
    `//forum@${ELSEWHERE}`,
    `/@${ELSEWHERE}//${ELSEWHERE}`,
    `//${ELSEWHERE}#/me`,
  ],
  ...['%0d%0a', '\r\n', '\n', '\u560d\u560a', '%E5%98%8D%E5%98%8A'].map((end) => `/me${end}Set-Cookie: hostile=1`),
];

/** Parts of an address that are more than a name to some parser, as they are written there. */
export const PARTS: readonly string[] = [
  ...['%E2%80%AE', '%F0%9D%94%98%CC%81', '%00', '%', '%ff', '%3fto=a'],
  ...['%0d%0aSet-Cookie:%20hostile=1', '..%2f..%2fme', `%2f%2f${ELSEWHERE}`],
];

/** Ways out of a folder. */
export const TRAVERSALS: readonly string[] = [
  '..',
  '%2e%2e',
  '.%2e',
  '%252e%252e',
  '..%00',
  '....',
  '..;',
  '%c0%ae%c0%ae',
  '..%5c..',
].flatMap((up) =>
  ['/', '%2f', '%5c', '//'].flatMap((by) =>
    ['', 'assets/', 'fonts/', 'feeds/threads/', 'api/v1/threads/'].map(
      (at) => `/${at}${`${up}${by}`.repeat(6)}etc/passwd`,
    ),
  ),
);

/** What would end, widen or slow a statement that a value is written into. */
export const STATEMENTS: readonly string[] = [
  ...[
    "'",
    '"',
    "')",
    '\\',
    '$1',
    '$$',
    '%',
    '_',
    '\\x',
    ';',
    '--',
    '/*',
    "E'\\'",
    '::int',
    '{{',
    '${7*7}',
    '<%= 7*7 %>',
  ].map((one) => `a${one}`),
  ...[
    "' OR '1'='1",
    "') OR true --",
    "'; SELECT pg_sleep(9); --",
    "' UNION SELECT pen_name FROM accounts --",
    '1); DROP TABLE posts; --',
  ],
  ...['"-"', '"', '-', '- -', '""""', '(((((', 'a & b | !c', 'a:*', '<->', '\u0000', '\ufffe', 'a'.repeat(400)],
];

/** Names and values of fields that are more than text to some parser. */
export const FIELDS: readonly (readonly [string, string])[] = [
  ...[
    '__proto__',
    'constructor',
    'prototype',
    '__proto__[isStaff]',
    'constructor.prototype.isStaff',
    'toString',
    'hasOwnProperty',
  ].map((name) => [name, 'true'] as const),
  ...['body[]', 'body[$ne]', 'body.0', '$where', 'role', 'authorId', 'id', 'state', ' body', 'body '].map(
    (name) => [name, 'x'] as const,
  ),
];

/** Texts that get lost, changed or cut on the way through some program. */
export const AWKWARD: readonly string[] = [
  'null', 'undefined', 'NaN', 'true', '-0', '1e1000', '0x0', '00', 'Infinity', 'None', '[object Object]', '{}', '[]', '/', '.', '&lt;&amp;',
  '\u202eright to left\u202c', 'שלום عليكم mixed', '\u2066isolated\u2069', 'a\u0301 and á', 'ﷺ', 'ﬀ ß ŉ İ ı', '𝔘𝔫𝔦𝔠𝔬𝔡𝔢', '👩‍👩‍👧‍👦 🏳️‍🌈 👍🏽 🇳🇴', 'Z̸̡̛a̷̢͝l̶̨͠g̵̛o̴',
  'tab\tin it', 'no\u00a0break', 'zero\u200bwidth\u200d', '\ufeffmark', 'soft\u00adhyphen', 'line\u2028and\u2029paragraph', 'ends with \\',
  '田中さん 社會科學院', 'Ω≈ç√∫˜µ≤', '`ticks` $dollar$ %s %d %n', 'C:\\Windows\\system32', '\\u0041', '&#65;', "it''s \"quoted\" 'twice'", '٠١٢٣ ½ ²',
]; // prettier-ignore

const DEEP = 19;
const LONG = 'x'.repeat(900);

/** Texts that would not fit beside anything on a phone: deep, long without a place to break, or wide. */
export const WIDE: readonly string[] = [
  ...[
    LONG,
    `# ${LONG}`,
    `**${LONG}**`,
    `\`${LONG}\``,
    `\`\`\`\n${LONG}\n\`\`\``,
    `https://x.test/${LONG}`,
    `[${LONG}](https://x.test)`,
  ],
  ...[`${'> '.repeat(DEEP)}${LONG}`, `${'> '.repeat(DEEP)}some words in a quote`, `${'- '.repeat(DEEP)}${LONG}`],
  ...[`${'1. '.repeat(DEEP)}some words`, `${'> - '.repeat(9)}some words`, `> ${'- '.repeat(DEEP - 1)}some words`],
  ...[`${'|some words'.repeat(40)}|\n${'|-'.repeat(40)}|\n${'|b'.repeat(40)}|`, `|a|b|\n|-|-|\n|${LONG}|\`${LONG}\`|`],
  ...[
    'a\u00a0'.repeat(400),
    'a\u2060'.repeat(400),
    '\u0301'.repeat(300),
    '\u202eabc'.repeat(100),
    '社'.repeat(300),
    'ﷺ'.repeat(150),
  ],
  ...[
    '999999999. a',
    '👩‍👩‍👧‍👦'.repeat(60),
    '[name removed]'.repeat(30),
    '_'.repeat(700),
    '.'.repeat(700),
    `\t${'\t'.repeat(100)}a`,
  ],
];
