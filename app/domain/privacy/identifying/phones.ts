import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/min';
import type { Detector } from './finding.ts';
import { digitsOf, spansOf } from './match.ts';

const COUNTRIES: readonly CountryCode[] = ['NO', 'US', 'GB', 'SE', 'DK'];
const CANDIDATE =
  /(?<![\p{L}\d.,$£€-])(?:\+|\(|00)?\(?\+?\d(?:[ ()./-]{0,3}\d){6,17}(?: ?(?:x|ext\.?|extension|linje) ?\d{1,5})?(?![\p{L}\d])/giu;
const EXTENSION = /(?:x|ext\.?|extension|linje) ?\d{1,5}$/iu;
/** Digits of a number without its extension: a 1 or 0, and ten (ITU-T E.164 allows more with a + before them, which needs no parsing). */
const LONGEST_NUMBER = 12;
/** Parsing costs more than all the rest: a text of nothing but numbers must not hold up a page. */
const MOST_PARSED = 100;
const CUE =
  /(?<!\p{L})(?:phone|telephone|tel|tlf|tlf\.|telefon|telefonen|telefonnummer|telefonnummeret|mobil|mobilen|mobilnummer|mobilnummeret|mobile|cell|cellphone|call|calls|called|ring|ringe|ringer|ringte|text|texted|sms|whatsapp|signal|fax|faks|number|nummer|nummeret|reach|landline|fasttelefon|nås)(?!\p{L})/iu;
const CUED_SHORT =
  /(?<!\p{L})(?:phone|telephone|tel|tlf|telefon(?:en)?|mobil(?:en)?|mobile|cell|fax|faks|ring(?:e|er)?|call|text|sms)[ .:]{1,3}(?:(?:me|him|her|meg|ham|henne|nr|no|number|at|on|på|er|is)[ .:]{1,3}){0,3}(\d(?:[ .-]?\d){4,7})(?!\d)/giu;
const DIGIT_WORD =
  '(?:zero|oh|o|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|double|triple|null|en|ett|to|tre|fire|fem|seks|sju|syv|åtte|ni|ti|elleve|tolv|tretten|fjorten|femten|seksten|sytten|atten|nitten|tjue|tretti|førti|femti|seksti|sytti|åtti|nitti|(?:tjue|tretti|førti|femti|seksti|sytti|åtti|nitti)(?:en|to|tre|fire|fem|seks|sju|syv|åtte|ni)|\\d)';
const SPELLED = new RegExp(
  String.raw`(?<![\p{L}\d])(?:plus )?${DIGIT_WORD}(?:[ ,.-]{1,3}${DIGIT_WORD}){5,17}(?![\p{L}\d])`,
  'giu',
);
const CUED_SPELLED = new RegExp(
  String.raw`(?:nummer\p{L}{0,2}|number|phone|mobil\p{L}{0,2}|tlf|telefon\p{L}{0,2}|call|ring)[ :.]{1,3}(?:(?:me|him|her|at|on|is|er|på|mitt|hennes|hans)[ :.]{1,3}){0,2}(${DIGIT_WORD}(?:[ ,.-]{1,3}${DIGIT_WORD}){3,17})(?![\p{L}\d])`,
  'giu',
);

/** Phone and fax numbers in figures of any spacing, and spelled out digit by digit. */
export const findPhones: Detector = function* (text) {
  const isNumber = upTo(MOST_PARSED, isNumberSomewhere);
  for (const span of spansOf('phone', text, CANDIDATE)) {
    const before = text.slice(Math.max(0, span.start - 40), span.start);
    if (isPhone(text.slice(span.start, span.end), before, isNumber)) yield span;
  }
  yield* spansOf('phone', text, CUED_SHORT, (found) => !/^(?:19|20)\d\d ?-/.test(found));
  yield* spansOf('phone', text, SPELLED, (found) => /\p{L}{2}/u.test(found) && !isCounting(found));
  yield* spansOf('phone', text, CUED_SPELLED, (found) => /\p{L}{2}/u.test(found));
};

function isPhone(found: string, before: string, isNumber: (found: string) => boolean): boolean {
  if (
    /^(?:19|20)\d\d ?[-/ ] ?(?:19|20)\d\d$/.test(found) ||
    /^\d{4}-\d\d-\d\d$|^\d{1,2}[./]\d{1,2}[./]\d{4}$/.test(found)
  )
    return false;
  if (/^\(?(?:\+|00)/.test(found) || CUE.test(before)) return true;
  const digits = digitsOf(found.replace(EXTENSION, '')).length;
  if (digits < 8) return /^\d{3}[ .-]\d{4}$/.test(found);
  return digits <= LONGEST_NUMBER && isNumber(found);
}

function isNumberSomewhere(found: string): boolean {
  return COUNTRIES.some((country) => parsePhoneNumberFromString(found, country)?.isValid() === true);
}

/** Asks about so many different texts; those beyond count as found, for nobody tells a story in that many numbers. */
function upTo(most: number, ask: (found: string) => boolean): (found: string) => boolean {
  const known = new Map<string, boolean>();
  return (found) => {
    const answer = known.get(found) ?? (known.size < most ? ask(found) : true);
    known.set(found, answer);
    return answer;
  };
}

function isCounting(found: string): boolean {
  return /^(?:one|en|1)[ ,.-]+(?:two|to|2)[ ,.-]+(?:three|tre|3)[ ,.-]+(?:four|fire|4)/i.test(found);
}
