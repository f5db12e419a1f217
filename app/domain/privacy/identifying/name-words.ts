import { COMMON_CAPITALS, GIVEN_NAMES, NAMES_THAT_ARE_WORDS, PLAIN_WORDS, TOWNS } from './word-lists.ts';

/** A word written large, in a pattern. */
export const CAP = String.raw`\p{Lu}[\p{L}'-]{1,24}`;
/** What somebody is to the writer, in a pattern. */
export const PERSON =
  'client|patient|son|daughter|wife|husband|partner|boyfriend|girlfriend|ex|friend|brother|sister|boss|colleague|coworker|supervisor|therapist|counsell?or|psychologist|psychiatrist|doctor|teacher|neighbou?r|roommate|stepson|stepdaughter|nephew|niece|cousin|mentor|student|intern|manager|fianc[ée]e?|klienten?|pasienten?|sønnen?|datter(?:en)?|kona|kone|mannen|mann|kjæresten?|samboeren?|eksen?|vennen?|venninnen?|broren?|bror|søsteren?|søster|sjefen?|kollegaen?|veilederen?|terapeuten?|psykologen?|legen|fastlegen|læreren?|naboen?|nevøen?|niesen?|fetteren?|kusinen?|stesønnen?|stedatteren?|mor|far|moren|faren|mother|father|mum|mom|dad|saksbehandleren?|saksbehandler';
/** How words begin that subjects of talk, and no persons, are called by. */
export const TOPIC_WORD =
  /^(?:therap|couns|disord|syndrom|scale|invent|theor|act|code|ethic|process|treat|train|school|hospital|model|method|protocol|manual|associat|society|board|committee|council|service|department|center|centre|university|college|group|questionnaire|interview|system|personality|health|care|crisis|help|line|text|war|day|week|month|eve|terapi|lidelse|loven|skala|metode)/iu;

export const isUpper = (word: string): boolean => /^\p{Lu}\p{Ll}/u.test(word);

export function isGiven(word: string): boolean {
  const lower = word.toLowerCase().split('-')[0] ?? '';
  return GIVEN_NAMES.has(lower) && !NAMES_THAT_ARE_WORDS.has(lower);
}

export function isNoCommonCapital(found: string): boolean {
  return !found.split(' ').every((word) => isCommon(word));
}

export function isCommon(word: string): boolean {
  const lower = word.toLowerCase().replace(/'s$/u, '');
  return (
    COMMON_CAPITALS.has(lower) ||
    PLAIN_WORDS.has(lower) ||
    TOWNS.has(lower) ||
    TOPIC_WORD.test(lower) ||
    /^\p{Lu}{2,}/u.test(word)
  );
}
