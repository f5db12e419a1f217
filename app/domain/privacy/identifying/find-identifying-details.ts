import { findAges } from './ages.ts';
import { findDates } from './dates.ts';
import type { DetailKind, Detector, Finding, Span, TextLanguage } from './finding.ts';
import { findBiometrics, findPhotos } from './images.ts';
import { findNames } from './names.ts';
import { findAddresses, findHandles, findIps, findMails } from './network.ts';
import { findNamedNumbers, findOtherNumbers } from './numbers.ts';
import { findPhones } from './phones.ts';
import { findInstitutions, findPlaces } from './places.ts';
import { plainText } from './plain-text.ts';

/** Of two detectors that want the same words the first has them: what is told by a check digit or a mark before what is told by shape. */
const DETECTORS: readonly Detector[] = [
  findPhotos,
  findMails,
  findAddresses,
  findIps,
  findHandles,
  findNamedNumbers,
  findDates,
  findAges,
  findPhones,
  findOtherNumbers,
  findInstitutions,
  findPlaces,
  findNames,
  findBiometrics,
];

/** Longer texts cannot be published; what is pasted beyond is not read, so that no paste holds up a page. */
const LONGEST = 60_000;

/**
 * Words of a text that may point to somebody, from first to last, none over another. `language` is that of what stands in for them;
 * the text may mix both. `allow`: names of the thread, which are nobody's (aliases and pen names, also after an @), and addresses of the
 * forum's own pages about nobody.
 *
 * It runs in the browser and on the server alike, keeps nothing, and finds what it knows the looks of: that it finds nothing says nothing.
 */
export function findIdentifyingDetails(
  text: string,
  language: TextLanguage,
  allow: readonly string[] = [],
): readonly Finding[] {
  const plain = plainText(text.slice(0, LONGEST));
  const read = without(plain.text, allow);
  const taken = new Uint8Array(plain.text.length);
  const found: Finding[] = [];
  for (const detector of DETECTORS) {
    for (const span of detector(read, language)) {
      if (taken.subarray(span.start, span.end).includes(1)) continue;
      const start = plain.at[span.start] ?? 0;
      const end = (plain.at[span.end - 1] ?? 0) + 1;
      if (span.end <= span.start) continue;
      taken.fill(1, span.start, span.end);
      found.push({ kind: span.kind, start, end, text: text.slice(start, end), broader: broaderOf(span, language) });
    }
  }
  return found.sort((one, other) => one.start - other.start);
}

/** The text with names that are nobody's put out of sight, so that they do not join others either; everything stays in its place. */
function without(text: string, names: readonly string[]): string {
  const told = names
    .filter((name) => name.trim() !== '')
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  if (told.length === 0) return text;
  const any = new RegExp(String.raw`(?<![\p{L}\d])@?(?:${told.join('|')})(?![\p{L}\d])`, 'giu');
  return text.replace(any, (name) => '_'.repeat(name.length));
}

const BLANKS: Readonly<Record<DetailKind, readonly [en: string, nb: string]>> = {
  name: ['[name]', '[navn]'],
  place: ['a place', 'et sted'],
  institution: ['an organisation', 'et arbeidssted'],
  date: ['one day', 'en dag'],
  age: ['an adult', 'en voksen'],
  phone: ['[phone number]', '[telefonnummer]'],
  email: ['[e-mail address]', '[e-postadresse]'],
  nationalId: ['[national number]', '[fødselsnummer]'],
  account: ['[account number]', '[kontonummer]'],
  licence: ['[licence number]', '[autorisasjonsnummer]'],
  record: ['[record number]', '[saksnummer]'],
  vehicle: ['[vehicle]', '[kjøretøy]'],
  device: ['[device]', '[enhet]'],
  url: ['[web address]', '[nettadresse]'],
  ip: ['[network address]', '[nettverksadresse]'],
  handle: ['[user name]', '[brukernavn]'],
  biometric: ['[bodily feature]', '[kroppslig kjennetegn]'],
  photo: ['[picture]', '[bilde]'],
  number: ['[number]', '[nummer]'],
};

function broaderOf({ kind, broader }: Span, language: TextLanguage): string {
  return broader ?? BLANKS[kind][language === 'nb' ? 1 : 0];
}

/** The text with one find in its broader wording. */
export function takeBroader(text: string, { start, end, broader }: Finding): string {
  return text.slice(0, start) + broader + text.slice(end);
}
