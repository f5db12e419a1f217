import type { Detector, TextLanguage } from './finding.ts';
import { spansOf } from './match.ts';

const MONTH =
  '(?:january|february|march|april|may|june|july|august|september|october|november|december|januar|februar|mars|mai|juni|juli|oktober|desember|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|okt|nov|dec|des)\\.?)';
const UNITS_EN = 'first|second|third|fourth|fifth|sixth|seventh|eighth|ninth';
const ORDINAL_EN = `(?:${UNITS_EN}|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth|(?:twenty|thirty)[ -](?:${UNITS_EN}))`;
const UNITS_NB = 'første|andre|annen|tredje|fjerde|femte|sjette|sjuende|syvende|åttende|niende';
const ORDINAL_NB = `(?:${UNITS_NB}|tiende|ellevte|tolvte|trettende|fjortende|femtende|sekstende|syttende|attende|nittende|tjuende|trettiende|(?:tjue|tretti|enogtyve|toogtyve)(?:${UNITS_NB})|(?:en|to|tre|fire|fem|seks|sju|syv|åtte|ni)og(?:tyvende|tredevte))`;
const DAY = String.raw`(?:(?:3[01]|[12]\d|0?[1-9]) ?(?:st|nd|rd|th|\.)?|${ORDINAL_EN}|${ORDINAL_NB})`;
const YEAR = String.raw`(?:1[89]\d\d|20\d\d|'\d\d)`;
const LEAD = String.raw`(?:(?:on|the|den) ){0,2}`;
const WORD_YEAR =
  '(?:nineteen|twenty|two thousand(?: and)?|nitten|tjue|to tusen(?: og)?)[ -]\\p{L}{3,12}(?:[ -]\\p{L}{3,6})?';
const AFTER_DAY = String.raw`(?:[ ,.]{1,3}(?:i |in |of )?(?:${YEAR}|\d\d(?![\d.: ]{0,1}\d|[ ]?\p{L})|${WORD_YEAR}))?`;

const DAY_MONTH = new RegExp(
  String.raw`(?<![\p{L}\d.])${LEAD}${DAY} ?(?:of |i )?[ .-]?${MONTH}${AFTER_DAY}(?![\p{L}\d])`,
  'giu',
);
const MONTH_DAY = new RegExp(
  String.raw`(?<![\p{L}\d])(?:on )?${MONTH} (?:the )?(?:(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?|${ORDINAL_EN})(?![\p{L}\d:%]|[.,]\d)(?:,? {1,2}(?:of |in )?${YEAR})?(?![\p{L}\d])`,
  'giu',
);
const MONTH_YEAR = new RegExp(
  String.raw`(?<![\p{L}\d])(?:(?:in|i) )?(?:(?:early|late|mid|tidlig|sent|midten av)[ -](?:in |i )?)?${MONTH},? (?:of |i )?${YEAR}(?!\d)`,
  'giu',
);
const SEASON = new RegExp(
  String.raw`(?<!\p{L})(?:(?:in|i) )?(?:(?:the )?(?:spring|summer|autumn|fall|winter|christmas|easter)|vår(?:en)?|sommer(?:en)?|høst(?:en)?|vinter(?:en)?|jul(?:a|en)?|påsk(?:e|en|a)?)(?: of| i|,)? ${YEAR}(?!\d)`,
  'giu',
);
const SEP = String.raw`(?: ?[./-] ?)`;
const NUMERIC = new RegExp(
  String.raw`(?<![\d./-])(?:(?:on|den|dated|dato|born|født) ){0,2}(?:(?:0?[1-9]|[12]\d|3[01])${SEP}(?:0?[1-9]|[12]\d|3[01])${SEP}(?:(?:1[89]|20)\d\d|'?\d\d)|(?:1[89]|20)\d\d${SEP}(?:0?[1-9]|1[0-2])${SEP}(?:0?[1-9]|[12]\d|3[01]))(?:T\d\d:\d\d[\d:.Z+-]{0,14})?(?!\d|[./-]\d)`,
  'giu',
);
const CUED_SHORT =
  /(?<!\p{L})(?:(?:den|dato|født|dob|born|birthday|bursdag|date of birth|fødselsdato|d\.o\.b\.?)(?:[ :]{1,3}(?:is|er|on|den))?[ :]{1,3})((?:0?[1-9]|[12]\d|3[01])[./-] ?(?:0?[1-9]|[12]\d|3[01])\.?|\d{6}(?:\d\d)?)(?![\d/])/giu;
const MONTH_SLASH = /(?<![\d/.-])(?:0?[1-9]|1[0-2])[/.-](?:19|20)\d\d(?![\d/.-]\d)(?!\d)/g;
const BORN_IN = new RegExp(
  String.raw`(?:born|birthday is|birthday|født|bursdag)(?: is| er)? (?:in|i) (${MONTH})(?!\p{L})`,
  'giu',
);
const KNOWN =
  /^(?:on |the |den ){0,2}(?:17\. ?mai|syttende mai|4th of july|july 4(?:th)?|fourth of july|1\. ?mai|first of may|may the fourth)$/i;

/** Dates more exact than a year, in figures and in words of both languages. Days of the week and feasts are nobody's own. */
export const findDates: Detector = function* (text, language) {
  for (const pattern of [DAY_MONTH, MONTH_DAY, MONTH_YEAR, SEASON, NUMERIC, CUED_SHORT, MONTH_SLASH, BORN_IN]) {
    for (const span of spansOf('date', text, pattern, isDate)) {
      yield { ...span, broader: broaderDate(text.slice(span.start, span.end), language) };
    }
  }
};

function isDate(found: string): boolean {
  // "Second may …", "to 3 may": a verb where it is not written as the month's name.
  if (/ (?:may|march|mar)$/.test(found) && !/\d| of /.test(found)) return false;
  if (/\d\.? (?:may|march|des)$/.test(found) && !/(?:st|nd|rd|th|\.)(?: of)? (?:may|march|des)$/.test(found))
    return false;
  return !KNOWN.test(found);
}

/** The year, if it was said; "on" goes along, for what follows reads differently. */
function broaderDate(found: string, language: TextLanguage): string {
  const year = /(?:1[89]|20)\d\d/.exec(found)?.[0];
  if (year === undefined) return language === 'nb' ? 'en dag' : 'one day';
  if (/^(?:on|in) /i.test(found)) return `in ${year}`;
  return /^(?:den|i) /i.test(found) ? `i ${year}` : year;
}
