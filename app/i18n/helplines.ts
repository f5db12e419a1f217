/**
 * Whom one can turn to, country by country. Numbers here are published by the services themselves or by the country's
 * authorities; one that nobody of us was sure of is not here. Countries are named by ISO 3166-1, and their names come from the
 * browser's and Node's own lists.
 */

/** How a service is reached: `text` carries the word to send, where one is asked for. */
type Reached = { by: 'call' | 'call-or-text' } | { by: 'text'; word?: string };

export type Helpline = { name: string; number: string; for: 'anybody' | 'young' | 'violence' | 'health' } & Reached;

export type Country = {
  /** What to call when a life is in danger. */
  emergency: readonly string[];
  lines: readonly Helpline[];
};

const call = (name: string, number: string, whom: Helpline['for'] = 'anybody'): Helpline => ({
  name,
  number,
  for: whom,
  by: 'call',
});
const callOrText = (name: string, number: string): Helpline => ({ name, number, for: 'anybody', by: 'call-or-text' });
const text = (name: string, number: string, word?: string): Helpline => ({
  name,
  number,
  for: 'anybody',
  by: 'text',
  ...(word !== undefined && { word }),
});

export const COUNTRIES = {
  NO: {
    emergency: ['113'],
    lines: [
      call('Mental Helse, Hjelpetelefonen', '116 123'),
      call('Kirkens SOS', '22 40 00 40'),
      call('Alarmtelefonen for barn og unge', '116 111', 'young'),
      call('Vold- og overgrepslinjen', '116 006', 'violence'),
      call('Legevakt', '116 117', 'health'),
    ],
  },
  GB: {
    emergency: ['999', '112'],
    lines: [
      call('Samaritans', '116 123'),
      text('Shout', '85258', 'SHOUT'),
      call('Childline', '0800 1111', 'young'),
      call('NHS', '111', 'health'),
    ],
  },
  IE: {
    emergency: ['112', '999'],
    lines: [
      call('Samaritans', '116 123'),
      text('Text About It', '50808', 'HELLO'),
      call('ISPCC Childline', '1800 66 66 66', 'young'),
    ],
  },
  US: {
    emergency: ['911'],
    lines: [
      callOrText('988 Suicide & Crisis Lifeline', '988'),
      text('Crisis Text Line', '741741', 'HOME'),
      call('National Domestic Violence Hotline', '1-800-799-7233', 'violence'),
    ],
  },
  CA: {
    emergency: ['911'],
    lines: [
      callOrText('988 Suicide Crisis Helpline', '988'),
      call('Kids Help Phone / Jeunesse, J’écoute', '1-800-668-6868', 'young'),
    ],
  },
  AU: {
    emergency: ['000'],
    lines: [
      call('Lifeline', '13 11 14'),
      call('Beyond Blue', '1300 22 4636'),
      call('Kids Helpline', '1800 55 1800', 'young'),
      call('1800RESPECT', '1800 737 732', 'violence'),
    ],
  },
  NZ: {
    emergency: ['111'],
    lines: [
      callOrText('Need to talk?', '1737'),
      call('Lifeline Aotearoa', '0800 543 354'),
      call('Youthline', '0800 376 633', 'young'),
    ],
  },
  SE: {
    emergency: ['112'],
    lines: [call('Mind Självmordslinjen', '90101'), call('Bris', '116 111', 'young'), call('1177', '1177', 'health')],
  },
  DK: {
    emergency: ['112'],
    lines: [call('Livslinien', '70 201 201'), call('BørneTelefonen', '116 111', 'young')],
  },
  FI: {
    emergency: ['112'],
    lines: [call('MIELI Kriisipuhelin', '09 2525 0111'), call('Lasten ja nuorten puhelin', '116 111', 'young')],
  },
  IS: { emergency: ['112'], lines: [call('Hjálparsími Rauða krossins', '1717')] },
  DE: {
    emergency: ['112'],
    lines: [
      call('TelefonSeelsorge', '0800 111 0 111'),
      call('TelefonSeelsorge', '0800 111 0 222'),
      call('Nummer gegen Kummer', '116 111', 'young'),
      call('Hilfetelefon Gewalt gegen Frauen', '116 016', 'violence'),
    ],
  },
  AT: {
    emergency: ['144', '112'],
    lines: [call('TelefonSeelsorge', '142'), call('Rat auf Draht', '147', 'young')],
  },
  CH: {
    emergency: ['144', '112'],
    lines: [call('Die Dargebotene Hand / La Main Tendue', '143'), call('Pro Juventute', '147', 'young')],
  },
  NL: {
    emergency: ['112'],
    lines: [call('113 Zelfmoordpreventie', '113'), call('113 Zelfmoordpreventie', '0800-0113')],
  },
  FR: { emergency: ['15', '112'], lines: [call('Numéro national de prévention du suicide', '3114')] },
  ES: { emergency: ['112'], lines: [call('Línea 024', '024')] },
} as const satisfies Record<string, Country>;

export type CountryCode = keyof typeof COUNTRIES;

export const COUNTRY_CODES = Object.keys(COUNTRIES) as CountryCode[];

/** The service that knows numbers everywhere else, as plain text: nobody here counts who follows it. */
export const WORLDWIDE = 'findahelpline.com';

export function isCountryCode(value: unknown): value is CountryCode {
  return typeof value === 'string' && Object.hasOwn(COUNTRIES, value);
}

/** The country whose numbers are shown first: of the region that the browser asks in, else Norway for Norwegian. Null if unknown. */
export function likelyCountry(acceptLanguage: string | null, language: 'en' | 'nb'): CountryCode | null {
  const regions = [...(acceptLanguage ?? '').matchAll(/(?:^|,)\s*[a-z]{2,3}-([a-z]{2})\b/gi)];
  const region = regions.map(([, code = '']) => code.toUpperCase()).find(isCountryCode);
  return region ?? (language === 'nb' ? 'NO' : null);
}
