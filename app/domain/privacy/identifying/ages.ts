import type { Detector, TextLanguage } from './finding.ts';

const ONES = 'one|two|three|four|five|six|seven|eight|nine';
const WORDS_EN = `(?:ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[ -]?(?:${ONES}))?|(?:a|one) hundred(?: and (?:${ONES}))?|${ONES})`;
const ONES_NB = 'en|ett|to|tre|fire|fem|seks|sju|syv|åtte|ni';
const WORDS_NB = `(?:ti|elleve|tolv|tretten|fjorten|femten|seksten|sytten|atten|nitten|(?:tjue|tretti|førti|femti|seksti|sytti|åtti|nitti)(?:${ONES_NB})?|(?:ett )?hundre(?: ?og ?(?:${ONES_NB}))?|${ONES_NB})`;
const NUMBER = String.raw`(?:1[01]\d|\d{1,2})`;
const N_EN = `(${NUMBER}|${WORDS_EN})`;
const N_NB = `(${NUMBER}|${WORDS_NB})`;
const BEFORE = String.raw`(?<![\p{L}\d.,:/-])`;
const AFTER = String.raw`(?![\p{L}\d])`;
const WHO =
  '(?:he|she|they|i|who|client|patient|son|daughter|mother|father|mum|mom|dad|wife|husband|brother|sister|grandmother|grandfather|grandma|grandpa|boyfriend|girlfriend|partner|friend|man|woman|boy|girl|han|hun|hen|jeg|som|klienten|pasienten|mor|far|moren|faren|sønnen|datteren|kona|mannen|broren|søsteren|bestemor|bestefar|moren min|sønnen min|datteren min|mannen min|gutten|jenta|mormor|morfar|farmor|farfar|min)';
const BE = String.raw`(?:${WHO} (?:is|was|am|are)|(?:\p{L}{2,12} )?(?:turned|turns|turning|turn)|he's|she's|they're|i'm)`;
const BE_NB = String.raw`(?:${WHO} (?:er|var|blir|ble)|\p{Lu}\p{Ll}{1,20} er|fyller|fylte|fylt)`;

type Form = 'noun' | 'state' | 'aged';
const FORMS: readonly (readonly [Form, RegExp])[] = [
  ['noun', regex(`${BEFORE}(?:an? )?${N_EN}[ -]{0,2}(?:years?|yrs?|months?)[ -]{0,2}olds?${AFTER}`)],
  ['noun', regex(`${BEFORE}(?:an? )?${N_EN} ?[ -]?(?:y\\/o|yo|y\\.o\\.?)${AFTER}`)],
  ['noun', regex(`${BEFORE}(?:en |et )?${N_NB}[ -]?åring(?:en|er|ene)?${AFTER}`)],
  ['state', regex(`${BEFORE}(?:en |et )?${N_NB}[ -]?(?:år|mnd|måneder)s?[ -]?(?:gamm?el|gamle|gammal)${AFTER}`)],
  ['state', regex(`${BEFORE}(?:en |et )?${N_NB} ?[ -]?års?[ -](?:gutt|jente|mann|kvinne|dame|sønn|datter)`)],
  [
    'aged',
    regex(`${BEFORE}(?:at the age of|at age|aged?|age is|age:) ?:? ?${N_EN}${AFTER}(?! ?(?:and|to|-) ?\\d| group)`),
  ],
  ['aged', regex(`${BEFORE}i en alder av ${N_NB}(?: år)?${AFTER}`)],
  ['aged', regex(`${BEFORE}alder(?:en)?(?: er|:) ?${N_NB}(?: år)?${AFTER}`)],
];
const AFTER_VERB = [
  /(?<![\p{L}\d])(\d{2}[FMK])(?![\p{L}\d])/gu,
  regex(
    `(?<!\\p{L})${BE} (?:only |already |nearly |almost |turning )?${N_EN}${AFTER}(?=\\s*(?:[.,;:!?)-]|and\\b|but\\b|when\\b|now\\b|years? of age|$))`,
  ),
  regex(
    `(?<!\\p{L})${BE_NB} (?:bare |allerede |nesten |snart )?${N_NB} år${AFTER}(?! (?:siden|med|med|i|som|etter|før|eldre|yngre|fram|til))`,
  ),
  regex(
    `(?<!\\p{L})${BE_NB} (?:bare |allerede |nesten |snart )?(\\d{2,3})${AFTER}(?=\\s*(?:[.,;!?)-]|og\\b|men\\b|$))`,
  ),
  regex(`(?<=\\p{L}{2} ?[(,] ?)(\\d{2,3})(?: år| years?)?(?=[),])`),
  regex(
    `(?<!\\p{L})(?:mann|kvinne|dame|gutt|jente|klient|pasient|mor|far|man|woman|boy|girl|lady|client|patient|mother|father|grandmother|grandfather|bestemor|bestefar|gentleman) (?:på|of|på rundt) ${N_NB.replace('ti|', 'ti|')}(?: år)?${AFTER}`,
  ),
  regex(
    `(?<!\\p{L})(?:man|woman|boy|girl|lady|client|patient|mother|father|grandmother|grandfather|gentleman) of ${N_EN}${AFTER}(?! (?:years|months|weeks|these|those|them))`,
  ),
  regex(
    `(?<![\\p{L}\\d.,:-])(9\\d|1[01]\\d) (?:years?|år)${AFTER}(?! (?:ago|siden|later|of (?:practice|experience)|old house))`,
  ),
  regex(
    `(?<!\\p{L})(nitti(?:${ONES_NB})?|ninety(?:[ -](?:${ONES}))?)(?: (?:år|years?))${AFTER}(?! (?:siden|ago|later))`,
  ),
];

function regex(source: string): RegExp {
  return new RegExp(source, 'giu');
}

/** Ages in years, of whatever height: those over 89 are identifiers by law, the others narrow a story down. */
export const findAges: Detector = function* (text) {
  for (const [form, pattern] of FORMS) {
    for (const match of text.matchAll(pattern)) {
      const language = form === 'noun' && !/åring/iu.test(match[0]) ? 'en' : languageOf(match[0]);
      const isAdjective =
        /^ (?:[a-z]{3,12} )?(?:man|woman|boy|girl|client|patient|son|daughter|male|female|lady|kid|student)/i.test(
          text.slice(match.index + match[0].length, match.index + match[0].length + 24),
        );
      const broader = broaderAge(match[1] ?? '', { form, language, isAdjective });
      yield { kind: 'age', start: match.index, end: match.index + match[0].length, broader };
    }
  }
  for (const pattern of AFTER_VERB) {
    for (const match of text.matchAll(pattern)) {
      const number = match[1] ?? '';
      if (/^(?:en|to|one|two|null|ett)$/i.test(number) || Number(number) > 119) continue;
      const start = match.index + match[0].lastIndexOf(number);
      const end = match[0].endsWith('år') ? match.index + match[0].length : start + number.length;
      yield {
        kind: 'age',
        start,
        end,
        broader: broaderAge(number, { form: 'state', language: languageOf(match[0]), isAdjective: false }),
      };
    }
  }
};

function languageOf(found: string): TextLanguage {
  return /[åø]|alder|(?:^| )(?:er|ble|blir|fyller|fylte|mann|kvinne|gutt|jente|på) /iu.test(found) ? 'nb' : 'en';
}

const STAGES = [
  { below: 13, en: 'a child', adjective: 'a young', nb: 'et barn', aged: 'as a child', agedNb: 'som barn' },
  {
    below: 18,
    en: 'a teenager',
    adjective: 'a teenage',
    nb: 'en tenåring',
    aged: 'as a teenager',
    agedNb: 'som tenåring',
  },
  {
    below: 30,
    en: 'a young adult',
    adjective: 'a young',
    nb: 'en ung voksen',
    aged: 'as a young adult',
    agedNb: 'som ung voksen',
  },
  { below: 45, en: 'an adult', adjective: 'an adult', nb: 'en voksen', aged: 'as an adult', agedNb: 'som voksen' },
  {
    below: 65,
    en: 'a middle-aged person',
    adjective: 'a middle-aged',
    nb: 'midt i livet',
    aged: 'in middle age',
    agedNb: 'midt i livet',
  },
  {
    below: Infinity,
    en: 'an older person',
    adjective: 'an older',
    nb: 'et eldre menneske',
    aged: 'in old age',
    agedNb: 'i høy alder',
  },
] as const;

type Said = { form: Form; language: TextLanguage; isAdjective: boolean };

function broaderAge(number: string, { form, language, isAdjective }: Said): string {
  const years = yearsOf(number);
  const stage = STAGES.find(({ below }) => years < below) ?? STAGES[STAGES.length - 1];
  if (stage === undefined) return '';
  if (form === 'aged') return language === 'nb' ? stage.agedNb : stage.aged;
  if (language === 'nb') return stage.nb;
  return isAdjective ? stage.adjective : stage.en;
}

const TENS: readonly (readonly [RegExp, number])[] = [
  [/hundre/, 100],
  [/^(?:ninety|nitti)/, 90],
  [/^(?:eighty|åtti)/, 80],
  [/^(?:seventy|sytti)/, 70],
  [/^(?:sixty|seksti)/, 60],
  [/^(?:fifty|femti)/, 50],
  [/^(?:forty|førti)/, 40],
  [/^(?:thirty|tretti)(?!n)/, 30],
  [/^(?:twenty|tjue)/, 20],
  [/^(?:eighteen|nineteen|atten|nitten)/, 18],
  [/teen$|tten$|fjorten|femten|seksten/, 15],
];

/** Exact for figures; for words near enough to tell the stage of life. */
function yearsOf(number: string): number {
  if (/^\d/.test(number)) return Number(number);
  return TENS.find(([word]) => word.test(number.toLowerCase()))?.[1] ?? 8;
}
