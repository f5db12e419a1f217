import { isBankAccount, isBirthNumber, isLuhn, isOrganisation } from './check-digits.ts';
import type { DetailKind, Detector } from './finding.ts';
import { digitsOf, spansOf } from './match.ts';

/** What stands between the word for a number and the number: "no. is:", "nummeret mitt er". */
const LINK = String.raw`(?:[ ]{0,2}(?:numbers?|no|num|nr|nummer(?:et)?|id|code|kode|#|is|was|er|var|mitt|min|hennes|hans|of|the|ending|in|som|på|:|=|\.|,|\()[ ]{0,2}){0,5}[ ]{0,3}`;
/** A number as people write it: letters and digits in groups, at least one digit. */
const TOKEN = String.raw`((?=[\p{L}\d .\/-]{0,14}\d)(?:[A-Z]{1,6}[ -]?)?[\p{L}\d]{0,12}\d[\p{L}\d]{0,16}(?:[ .\/-]{1,2}[A-Z]{0,2}\d[\p{L}\d]{0,12}|-[A-Z]{1,4}(?!\p{L})){0,6})`;

function cued(words: string): RegExp {
  return new RegExp(String.raw`(?<![\p{L}\d])(?:${words})(?!\p{L})${LINK}${TOKEN}`, 'giu');
}

const CUED: readonly (readonly [DetailKind, RegExp])[] = [
  [
    'nationalId',
    cued(
      'ssn|social security|national insurance|nino|nhs|sin|social insurance|national id(?:entity)?|id card|identity card|personal number|fødselsnummer(?:et)?|fødselsnr|personnummer(?:et)?|personnr|fnr|d-nummer(?:et)?|d-nr|tax id|itin|passport|passnummer(?:et)?|passnr',
    ),
  ],
  [
    'account',
    cued(
      'iban|bank account|account|acct|a/c|sort code|routing|card|credit card|visa|mastercard|kontonummer(?:et)?|kontonr|konto|bankkonto|kortnummer(?:et)?|kortnr|kid|customer|kundenummer(?:et)?|kundenr|member(?:ship)?|medlemsnummer(?:et)?|medlemsnr|vipps',
    ),
  ],
  [
    'licence',
    cued(
      "npi|dea|hpr|hpr-nummer(?:et)?|hpr-nr|hprnr|license|licence|lic|driver'?s licen[cs]e|driving licen[cs]e|førerkort(?:nummer|nr)?(?:et)?|certificate|cert|registration|autorisasjon(?:snummer|snr)?|gmc|nmc|hcpc|bacp|org(?:anisation)?|organisasjonsnummer(?:et)?|orgnr|org\\.? ?nr",
    ),
  ],
  [
    'record',
    cued(
      'mrn|medical record|patient|pasient(?:nummer|nr)?|pas-nr|chart|hospital|record|journal(?:nummer|nr)?(?:et)?|case|sak(?:s?nummer|snr)?(?:et)?|sak|file|reference|ref|policy|polise(?:nummer|nr)?|insurance|forsikring(?:snummer|snr)?|health plan|plan|beneficiary|medicare|medicaid|group|claim|kravnr|docket|booking|henvisning(?:snummer)?|npr-id|prøvenummer|specimen',
    ),
  ],
  [
    'vehicle',
    cued(
      'vin|chassis|license plate|licence plate|number plate|plate|reg|registration plate|skilt(?:nummer|et)?|registreringsnummer(?:et)?|regnr|reg\\.? ?nr|bilnummer|understellsnummer',
    ),
  ],
  [
    'device',
    cued(
      'imei|imsi|meid|serial|s/n|device|pacemaker|implant|serienummer(?:et)?|serienr|mac|udid|sim|iccid|enhet(?:s?nummer|s-?id)?',
    ),
  ],
];

const UNITS =
  /^[ ]?(?:%|kr\b|kroner|nok\b|usd\b|eur\b|gbp\b|dollars?|pounds?|euros?|mg\b|µg\b|ml\b|g\b|kg\b|people|members|persons|years?|år\b|times|ganger|mennesker|sessions?|hours?|timer\b|words|ord\b|million|minutes?|days?|weeks?|months?)/i;
const YEARS = /^(?:19|20)\d\d ?[-/] ?(?:(?:19|20)\d\d|\d\d)$/;

/** National numbers, accounts, licences, records, vehicles and devices that are named, or have check digits that hold. */
export const findNamedNumbers: Detector = function* (text) {
  yield* spansOf(
    'nationalId',
    text,
    /(?<![\d])\d{2}[ .-]?\d{2}[ .-]?\d{2}[ .-]{0,3}\d{3}[ .-]?\d{2}(?!\d)/g,
    isBirthNumber,
  );
  yield* spansOf('nationalId', text, /(?<![\d-])\d{3} ?[-. ] ?\d{2} ?[-. ] ?\d{4}(?![\d-])/g);
  yield* spansOf('nationalId', text, /(?<!\p{L})[A-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D](?![\p{L}\d])/gu);
  yield* spansOf(
    'account',
    text,
    /(?<![\p{L}\d])[A-Z]{2} ?\d{2}(?:[ -]?[A-Z\d]{4}){2,7}(?:[ -]?[A-Z\d]{1,4})?(?![\p{L}\d])/giu,
    (iban) => digitsOf(iban).length > 9,
  );
  yield* spansOf('account', text, /(?<!\d)\d{4}[ .-]?\d{2}[ .-]?\d{5}(?!\d)/g, isBankAccount);
  yield* spansOf(
    'vehicle',
    text,
    /(?<![\p{L}\d])(?=[A-HJ-NPR-Z]{0,16}\d)[A-HJ-NPR-Z\d]{11}\d{6}(?![\p{L}\d])/gu,
    (vin) => /[A-Z]/.test(vin),
  );
  yield* spansOf('device', text, /(?<![\p{L}\d:-])[\da-f]{2}(?:([:-])[\da-f]{2})(?:\1[\da-f]{2}){4}(?![\p{L}\d:-])/giu);
  yield* spansOf('device', text, /(?<![\d-])\d{2}[ -]?\d{6}[ -]?\d{6}[ -]?\d(?![\d-])/g, isLuhn);
  yield* spansOf('account', text, /(?<![\d-])\d{4}(?:[ -]?\d{4}){2}[ -]?\d{1,4}(?:[ -]?\d{1,3})?(?![\d-])/g, isLuhn);
  yield* spansOf('licence', text, /(?<![\d+])[89]\d{2} ?\d{3} ?\d{3}(?![\d])/g, isOrganisation);
  for (const [kind, pattern] of CUED) yield* spansOf(kind, text, pattern, isLongEnough);
  yield* spansOf('vehicle', text, /(?<![\p{L}\d-]|\p{L}, ?)[A-Z]{2}[ -]?\d{2}[ ]?\d{3}(?![\p{L}\d])/gu, isPlate);
  yield* spansOf('vehicle', text, /(?<![\p{L}\d-])[A-Z]{2}\d{2} ?[A-Z]{3}(?![\p{L}\d])/gu);
};

function isLongEnough(found: string): boolean {
  const digits = digitsOf(found).length;
  if (/^\p{Ll}+ /u.test(found)) return false;
  if (YEARS.test(found) || /^(?:19|20)\d\d$/.test(found)) return false;
  return digits >= 4 || (digits >= 2 && found.replace(/[^\p{L}\d]/gu, '').length >= 6 && /[A-Z]/.test(found));
}

function isPlate(found: string): boolean {
  return !/^(?:KR|MG|AD|BC)/.test(found);
}

/** Any other number that could be one person's alone: seven digits and more, or letters and digits in one word. */
export const findOtherNumbers: Detector = function* (text) {
  for (const span of spansOf('number', text, /(?<![\p{L}\d.,$£€+])\+?\d(?:[ ()./-]{0,2}\d){6,24}(?![\p{L}\d])/gu)) {
    const found = text.slice(span.start, span.end);
    const isAmount =
      UNITS.test(text.slice(span.end, span.end + 12)) || /[$£€] ?$/.test(text.slice(0, span.start).slice(-2));
    if (!isAmount && !YEARS.test(found)) yield span;
  }
  yield* spansOf(
    'number',
    text,
    /(?<![\p{L}\d@/.#-])(?=[A-Z\d-]{0,12}[A-Z])[A-Z\d]{1,12}(?:-[A-Z\d]{1,12}){0,4}(?![\p{L}\d@-])/gu,
    (found) => digitsOf(found).length >= 4 && !/^(?:[A-Z]{1,6}-?)?(?:19|20)\d\d$|^COVID/.test(found),
  );
};
