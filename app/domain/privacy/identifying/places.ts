import type { Detector, Span, TextLanguage } from './finding.ts';
import { spansOf } from './match.ts';
import { COMMON_CAPITALS, OPENINGS, PLAIN_WORDS, TOWNS } from './word-lists.ts';

/** A full stop belongs to an abbreviation ("St. Olav"); after a whole word it ends the sentence. */
const CAP = String.raw`\p{Lu}(?:[\p{L}'-]|(?<=(?<!\p{L})\p{Lu}\p{Ll}{0,2})\.){1,24}`;
const CAPS = String.raw`${CAP}(?: (?:of |the |de |la |på |i |and |og )?${CAP}){0,3}`;
const STREETS_EN =
  'Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Court|Ct|Boulevard|Blvd|Way|Terrace|Close|Crescent|Place|Pl|Square|Gardens|Grove|Highway|Hwy|Parkway|Row|Walk|Mews';
const STREET = new RegExp(
  String.raw`(?<![\p{L}\d])\d{1,5}[A-Za-z]?,? ${CAP}(?: ${CAP}){0,2} (?:${STREETS_EN})(?![\p{L}])(?:,? (?:Apt|Apartment|Unit|Suite|Flat|#) ?\w{1,5})?|(?<!\p{L})${CAP} (?:Street|Road|Avenue|Lane|Boulevard|Terrace|Crescent)(?!\p{L})`,
  'gu',
);
const STREET_NB =
  /(?<![\p{L}\d])(?:\p{Lu}[\p{L}.-]{1,24} ){0,3}(?:[\p{L}]{2,24}(?:gata|gaten|gate|veien|vegen|vei|veg|bakken|stien|smauet|allé|alléen|svingen|plassen|kroken)|(?:gate|vei|veg|plass|allé|gt\.|vn\.)) \d{1,4} ?[A-Za-z]?(?![\p{L}\d])|(?<!\p{L})\p{Lu}[\p{L}]{2,24}(?:gata|gaten|veien|vegen|smauet|alléen)(?!\p{L})/gu;
const POSTCODE_NB = /(?<![\p{L}\d.,/-])(?:(?:NO|N)-)?\d{4} \p{Lu}[\p{L}]{1,24}(?: \p{Lu}{1,3}(?!\p{L}))?(?![\p{L}])/gu;
const POSTCODE_CUED =
  /(?:postnummer(?:et)?|postnr|postkode|zip(?: code)?|postcode|postal code)[ .:]{1,3}(?:(?:is|er|mitt|my|hennes|hans)[ :]{1,2}){0,2}((?:NO-)?\d{4,5}(?:-\d{4})?)(?!\d)/giu;
const ZIP = /(?<![\p{L}])(?:\p{Lu}[\p{L}]{1,20},? )?[A-Z]{2},? \d{5}(?:-\d{4})?(?!\d)/gu;
const POSTCODE_GB = /(?<![\p{L}\d])(?:GIR ?0AA|[A-Z]{1,2}\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2})(?![\p{L}\d])/gu;
const LIVES = new RegExp(
  String.raw`(?<!\p{L})(?:(?:lives?|living|lived|moved|based|grew up|born|raised|works?|working|worked|resides?|practi[cs]e|practi[cs]ing|town|village|city|suburb|outside|near|neighbou?rhood)(?: just)?(?: outside| close)?(?: called| of| in| to| at| from| near| around| back to){1,2}|(?:near|outside|bor|bodde|flyttet|flytter|vokste opp|født|jobber|jobbet|arbeider|kommer|kom|hjemme|bygda|byen|kommunen|tettstedet|utenfor|nær|like ved)(?: i| til| på| fra| ved| nær| utenfor| opp i){0,2}) (${CAPS})`,
  'gu',
);
const IN_TOWN = new RegExp(
  String.raw`(?<!\p{L})(?:in|at|from|near|to|around|i|på|fra|ved|nær|til) (?:the )?(\p{Lu}\p{Ll}{2,20}(?: \p{Lu}\p{Ll}{2,20})?)(?![\p{L}'])`,
  'gu',
);
const TOWN_SHAPE =
  /(?:ville|ton|ham|shire|borough|burgh|burg|bury|bridge|mouth|wick|field|ford|worth|dale|pool|chester|cester|stad|heim|vik|vika|fjord|fjorden|dalen|dal|nes|neset|øya|sund|sundet|havn|bø|sjøen|våg|våg|våen|land|anger|strand|berg|borg|bygda|mark|stranda|foss|eid|eidet|sand)$/u;
const COUNTY =
  /(?<!\p{L})(?:\p{Lu}[\p{L}]{2,20} (?:County|kommune|fylke|Borough|Township|Parish|prestegjeld)|County \p{Lu}[\p{L}]{2,20})(?!\p{L})/gu;
const TWO_WORD_TOWNS =
  /(?<!\p{L})(?:New York City|Los Angeles|San (?:Francisco|Diego|Antonio|Jose)|Las Vegas|Salt Lake City|St\.? (?:Louis|Albans|Andrews)|New Orleans|Kansas City|Fort Worth|Milton Keynes|Mo i Rana|Nordre Follo|Sør-Varanger|El Paso|Long Beach|Santa (?:Fe|Cruz|Monica)|Ann Arbor|Baton Rouge|Des Moines)(?!\p{L})/giu;
const WORD = /(?<![\p{L}@#])\p{L}[\p{L}-]{1,24}(?![\p{L}])/gu;

/** Towns, streets, postcodes and whatever else is smaller than a state. */
export const findPlaces: Detector = function* (text, language) {
  for (const span of places(text)) {
    const found = text.slice(span.start, span.end);
    const isStreet = /\d/.test(found);
    yield { ...span, broader: broaderPlace(language, isStreet) };
  }
};

function broaderPlace(language: TextLanguage, isStreet: boolean): string {
  if (language === 'nb') return isStreet ? 'en adresse' : 'et sted';
  return isStreet ? 'an address' : 'a place';
}

function* places(text: string): Generator<Span> {
  for (const pattern of [STREET, STREET_NB]) yield* spansOf('place', text, pattern);
  yield* spansOf(
    'place',
    text,
    POSTCODE_NB,
    (found) => !/^(?:19|20)\d\d /.test(found) || TOWNS.has(found.slice(5).toLowerCase()),
  );
  for (const pattern of [POSTCODE_CUED, ZIP, POSTCODE_GB, COUNTY, TWO_WORD_TOWNS])
    yield* spansOf('place', text, pattern);
  yield* spansOf('place', text, LIVES, isUncommon);
  yield* spansOf('place', text, IN_TOWN, (found) => isUncommon(found) && TOWN_SHAPE.test(found));
  yield* spansOf('place', text, WORD, (found) => isTown(found));
}

function isTown(word: string): boolean {
  const lower = word.toLowerCase();
  return (
    TOWNS.has(lower) &&
    (/^\p{Lu}/u.test(word)
      ? !/^(?:Ski|Moss|Cork|Alta|Reading|Bath|Perth|York|Ås|Queens|Voss|Stockholm|Austin)$/.test(word)
      : false)
  );
}

function isUncommon(found: string): boolean {
  return !found.split(/[ -]/).every((word) => {
    const lower = word.toLowerCase().replace(/[.']s?$/u, '');
    return COMMON_CAPITALS.has(lower) || PLAIN_WORDS.has(lower) || /^\p{Lu}{2,5}s?$/u.test(word);
  });
}

const KINDS_EN =
  'Hospital|Clinic|School|University|College|Church|Centre|Center|Prison|Academy|Surgery|Infirmary|Hospice|Kindergarten|Nursery|Foundation|Institute|Mosque|Synagogue|Temple|Rehab|Police Department|Fire Department|High School|Medical Cent(?:er|re)|Health Cent(?:er|re)|Counsell?ing(?: Cent(?:er|re))?|Trust|Ltd|Inc|LLC|Group Practice|Associates|Elementary|Barracks|Care Home|Nursing Home|Airport|Library';
const KINDS_NB =
  'sykehus|sykehuset|sjukehus|sjukehuset|universitetssykehus|universitetssjukehus|skole|skule|barneskole|ungdomsskole|videregående(?: skole)?|vgs|barnehage|kirke|legesenter|legekontor|universitet|høgskole|høyskole|DPS|BUP|distriktspsykiatriske|klinikk|klinikken|legevakt|fengsel|sykehjem|sjukeheim|bofellesskap|behandlingssenter|helsestasjon|politidistrikt|politistasjon|menighet|moské|AS|ASA|familievernkontor|barnevernstjeneste|folkehøgskole|idrettslag|NAV-kontor';
const INSTITUTION = new RegExp(
  String.raw`(?<!\p{L})(?:\p{Lu}[\p{L}'.-]{1,24} (?:(?:of|and|the|for|&) )?){1,4}(?:${KINDS_EN})(?!\p{L})(?: of \p{Lu}\p{L}{2,20})?`,
  'gu',
);
const OF = new RegExp(
  String.raw`(?<!\p{L})(?:University|Church|Hospital|College|Universitetet|Sykehuset|Kirken|Høgskolen|NAV|BUP|DPS|PPT|Kirkens|Legevakten|Barnevernet) (?:of |in |at |i |på )?\p{Lu}\p{Ll}[\p{L}-]{1,24}(?: \p{Lu}\p{Ll}{2,20}){0,2}(?!\p{L})`,
  'gu',
);
const INSTITUTION_NB = new RegExp(String.raw`(?<!\p{L})(?:\p{Lu}[\p{L}.-]{1,24} ){1,3}(?:${KINDS_NB})(?!\p{L})`, 'gu');
const ONE_WORD_NB =
  /(?<!\p{L})\p{Lu}[\p{Ll}-]{2,24}(?:sykehuset|sykehus|sjukehus|sjukehuset|klinikken|kirken|skolen|hjemmet|fengsel)(?!\p{L})/gu;
const KNOWN =
  /(?<!\p{L})(?:Haukeland|Ullevål|Ulleval|Rikshospitalet|Ahus|A-hus|St\.? Olavs?(?: hospital)?|Radiumhospitalet|Modum Bad|Gaustad|Dikemark|Sandviken|Blakstad|Lovisenberg|Diakonhjemmet|Sørlandet sykehus|Sunnaas|Østmarka|UNN|Åsgård|Mayo Clinic|Cleveland Clinic|Johns Hopkins|Tavistock|Maudsley|Bellevue|Broadmoor|Great Ormond Street|Kaiser(?: Permanente)?|Mass General|Cedars[- ]Sinai|Equinor|Telenor|Statoil|Amazon|Walmart|Tesco|Deloitte|Microsoft|Harvard|Yale|Stanford|NTNU|UiO|UiB|OsloMet)(?!\p{L})/gu;
const GENERIC =
  /^(?:The|A|An|My|Our|Your|Their|His|Her|This|That|Every|Any|Each|Some|In|At|Is|Public|High|Primary|Secondary|Sunday|Middle|Mental|Health|Medical|Catholic|Community|Local|State|Private|Law|Nursing|Graduate|Boarding|Medical|When|Since|After|If|Can|Should|Does|Do|How|University|Couples|Child|Family|Grief|Group|Crisis|Trauma|Career|School|Og|På|Min|Vår|Jeg|Når|Hvis|Offentlig|Privat|Art|And|Or|Art|Christian|Addiction|Marriage|Individual|Online|Pastoral|Genetic|General) /u;

/** Where somebody works, learns, is treated or worships, by its own name. */
export const findInstitutions: Detector = function* (text, language) {
  for (const pattern of [INSTITUTION, INSTITUTION_NB, OF, ONE_WORD_NB, KNOWN]) {
    for (const span of spansOf('institution', text, pattern)) {
      const found = text.slice(span.start, span.end);
      const own = withoutOpening(found);
      if (pattern !== KNOWN && pattern !== ONE_WORD_NB && pattern !== OF && !own.includes(' ')) continue;
      yield { ...span, start: span.end - own.length, broader: broaderInstitution(found, language) };
    }
  }
};

function withoutOpening(found: string): string {
  let rest = found;
  for (let i = 0; i < 4 && isOpening(rest); i++) rest = rest.slice(rest.indexOf(' ') + 1);
  return rest;
}

const isOpening = (words: string): boolean =>
  GENERIC.test(words) || (words.includes(' ') && OPENINGS.has(words.split(' ', 1)[0]?.toLowerCase() ?? ''));

const SORTS: readonly (readonly [RegExp, string, string])[] = [
  [
    /hosp|syke?hus|sjukehus|infirmary|medical|klinik|clinic|haukeland|ullevål|olav|dps|bup|lege/i,
    'a place of treatment',
    'et behandlingssted',
  ],
  [/school|skole|skule|academy|vgs|videregående|kindergarten|nursery|barnehage|elementary/i, 'a school', 'en skole'],
  [/universit|college|høgskole|høyskole|institute|harvard|yale|ntnu/i, 'a university', 'et universitet'],
  [/church|kirke|mosque|moské|synagogue|temple|menighet/i, 'a congregation', 'en menighet'],
];

function broaderInstitution(found: string, language: TextLanguage): string {
  const sort = SORTS.find(([pattern]) => pattern.test(found));
  if (sort) return language === 'nb' ? sort[2] : sort[1];
  return language === 'nb' ? 'et arbeidssted' : 'an organisation';
}
