import type { TFunction } from 'i18next';
import type { Language } from './languages.ts';

/** Where a day begins for readers of a language. Nothing is known of a reader's own zone, and nothing is asked. */
const ZONES: Readonly<Record<Language, string>> = { en: 'UTC', nb: 'Europe/Oslo' };

const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', nb: 'nb-NO' };

type Parts = Readonly<{ day: string; month: string; year: string; hour: string; minute: string }>;

/** Parts that are kept: a page shows the same few times over and over, and they are dear to work out. */
const MOST_KNOWN = 2_000;
const MINUTE = 60_000;

const formats = { en: formatOf('en'), nb: formatOf('nb') };

/** "18 December 2024", "18. desember 2024"; without the year when it is that of `today`. */
export function formatDay(date: Date, language: Language, today?: Date): string {
  const { day, month, year } = partsOf(date, language);
  const short = language === 'nb' ? `${day}. ${month}` : `${day} ${month}`;
  return today !== undefined && partsOf(today, language).year === year ? short : `${short} ${year}`;
}

/** "December 2024", "desember 2024". */
export function formatMonth(date: Date, language: Language): string {
  const { month, year } = partsOf(date, language);
  return `${month} ${year}`;
}

/** "18 December 2024 at 15:56", "18. desember 2024 kl. 15.56". */
export function formatDayAndTime(date: Date, language: Language, t: TFunction): string {
  const { hour, minute } = partsOf(date, language);
  const time = language === 'nb' ? `${hour}.${minute}` : `${hour}:${minute}`;
  return t('dates.dayAndTime', { day: formatDay(date, language), time });
}

/** "18 December, about 15:00", "18. desember, ca. kl. 15": for times that are known to the hour alone. */
export function formatAbout(date: Date, language: Language, t: TFunction, today?: Date): string {
  const { hour } = partsOf(date, language);
  const time = language === 'nb' ? hour : `${hour}:00`;
  return t('dates.about', { day: formatDay(date, language, today), time });
}

/** The machine's form of the hour: "2024-12-18T15:00Z". */
export function machineHour(date: Date): string {
  return `${date.toISOString().slice(0, 13)}:00Z`;
}

/** The machine's form of the month: "2024-12". */
export function machineMonth(date: Date): string {
  return date.toISOString().slice(0, 7);
}

/** The machine's form of the day: "2024-12-18". */
export function machineDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}

const knownParts: Readonly<Record<Language, Map<number, Parts>>> = { en: new Map(), nb: new Map() };

function partsOf(date: Date, language: Language): Parts {
  const known = knownParts[language];
  const minute = Math.floor(date.getTime() / MINUTE);
  const before = known.get(minute);
  if (before) return before;
  const parts = workOutParts(date, language);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(minute, parts);
  return parts;
}

// Only the parts are taken from Intl: how they are joined differs between versions of its data, and a page rendered on
// the server must read the same in the browser.
function workOutParts(date: Date, language: Language): Parts {
  const parts: Record<string, string> = {};
  for (const { type, value } of formats[language].formatToParts(date)) parts[type] = value;
  const { day = '', month = '', year = '', hour = '', minute = '' } = parts;
  return { day: day.replace(/^0/, '').replace('.', ''), month, year, hour, minute };
}

function formatOf(language: Language): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(LOCALES[language], {
    timeZone: ZONES[language],
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
}
