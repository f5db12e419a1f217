import { describe, expect, it } from 'vitest';
import { findIdentifyingDetails, takeBroader } from './find-identifying-details.ts';
import { DETAIL_KINDS, type DetailKind } from './finding.ts';

/** Made up, all of them. */
const HOLDING: Readonly<Record<DetailKind, readonly string[]>> = {
  name: [
    'My client Jonas told me',
    'Hun heter ingrid',
    'I saw Kari Nordmann',
    'my client zbigniew said no',
    'Dr. Patel',
  ],
  place: ['She lives in Bergen', '12 Oak Street', 'Storgata 15', 'bor i Florø', 'Springfield, IL 62704', '5003 Bergen'],
  institution: ['He works at Haukeland', "St Mary's Hospital", 'Oslo universitetssykehus'],
  date: ['3. mars 2021', 'den 03.03.21', 'on the third of March', '2021‑03‑03', 'March 3rd, 2021', 'tredje mars'],
  age: ['93 år', 'ninety-three years old', 'a 20-year-old', 'en 20-åring', 'she is 93.'],
  phone: ['+47 912 34 567', 'tlf 91234567', '(555) 123-4567', 'five five five one two three four', '020 7946–0958'],
  email: ['kari dot nordmann at gmail dot com', 'ola.nordmann@example.no', 'per alfakrøll epost punktum no'],
  nationalId: ['SSN 123-45-6789', 'fødselsnummer 010190 12345', 'QQ 12 34 56 C', 'Passport no. AB1234567'],
  account: ['NO93 8601 1117 947', '8601.11.17947', '4111 1111 1111 1111', 'account number 00123456'],
  licence: ['NPI 1234567893', 'HPR-nummer 9876543', "driver's license D123-4567-8901", 'org.nr. 974 760 673'],
  record: ['MRN 00482913', 'journalnummer 2021/4432', 'case no. 21-CV-00123'],
  vehicle: ['VIN 1HGCM82633A004352', 'skilt EK 12345', 'AB12 CDE'],
  device: ['IMEI 490154203237518', '00:1B:44:11:3A:B7', 'serial number SN-4452-X9'],
  url: ['www.example.no/blogg', 'kari.blogspot.com', 'https://example.com/kari'],
  ip: ['192.168.12.44', '2001:db8:85a3::8a2e:370:7334'],
  handle: ['instagram @karinordmann', 'she is @kari_n90 there'],
  biometric: ['his fingerprints', 'fingeravtrykket'],
  photo: ['I attached a photo of him', '![him](him.jpg)'],
  number: ['it says ZX98-2231-K', '48 221 993 11'],
};

const HOLDING_NONE = [
  'I have worked as a therapist for 20 years and I still find endings hard.',
  'My client says CBT does not help. Freud would disagree, and so would Carl Rogers.',
  'On Monday she told me she wanted to stop. She may be right.',
  'We have had about 12 sessions since 2019-2021 and it costs 1,200 kroner.',
  'I am on 150 mg of Zoloft and my PHQ-9 was 14. The ICD-10 says F32.1.',
  'Acceptance and Commitment Therapy changed how I practise in California.',
  'Jeg har jobbet i NAV i mange år, og jeg vet ikke hva jeg skal gjøre.',
  'Det er tre år siden vi sluttet. Klienten min orker ikke mer.',
  '@Linden wrote that it helps to wait.',
];

describe('identifying details', () => {
  it.each(DETAIL_KINDS.flatMap((kind) => HOLDING[kind].map((text) => [kind, text] as const)))(
    'finds %s in "%s"',
    (kind, text) => {
      expect(findIdentifyingDetails(text, 'en').map((found) => found.kind)).toContain(kind);
    },
  );

  it.each(HOLDING_NONE)('leaves "%s" alone', (text) => {
    expect(findIdentifyingDetails(text, 'en')).toEqual([]);
  });

  it('tells eleven digits that are a birth number by their check digits', () => {
    expect(findIdentifyingDetails('01010750161', 'nb')[0]?.kind).not.toBe('nationalId');
    expect(findIdentifyingDetails('01010750160', 'nb')[0]?.kind).toBe('nationalId');
    expect(findIdentifyingDetails('41010710012', 'nb')[0]?.kind).toBe('nationalId');
  });

  it('leaves the names of the thread alone', () => {
    expect(findIdentifyingDetails('Ingrid wrote', 'en', ['Ingrid'])).toEqual([]);
    expect(
      findIdentifyingDetails('I read what @Still Otter and @reed-90 wrote', 'en', ['Still Otter', 'reed-90']),
    ).toEqual([]);
    const topics = 'https://forum.example/topics';
    expect(findIdentifyingDetails(`see [Gifts](${topics}/gifts-from-clients)`, 'en', [topics])).toEqual([]);
    expect(findIdentifyingDetails('see https://elsewhere.example/topics/gifts', 'en', [topics])).toHaveLength(1);
    const text = 'Still Otter, have you told Ingrid?';
    expect(findIdentifyingDetails(text, 'en', ['Still Otter']).map((found) => found.text)).toEqual(['Ingrid']);
    const odd = ['Self-harm', 'What? (and [more] \\ $1^|*+.{2})', ''];
    expect(findIdentifyingDetails(`Ingrid wrote ${odd.join(' ')}`, 'en', odd).map((found) => found.text)).toEqual([
      'Ingrid',
    ]);
  });

  it.each([
    ['Later on. Then Mette rang.', ['Mette']],
    ['But Mette Lund said no.', ['Mette Lund']],
    ['Will Mette come? Will Smith came.', ['Mette', 'Will Smith']],
    ['Dear Zbigniew, hi everyone. Hei alle.', ['Zbigniew']],
    ['Yesterday Elm School rang. Da Elm skole ringte.', ['Elm School', 'Elm skole']],
  ])('begins a name where the name begins: %s', (text, names) => {
    expect(findIdentifyingDetails(text, 'en').map((found) => found.text)).toEqual(names);
  });

  it.each([
    ...['My name is on the list.', 'The name is wrong.', 'Her name is mentioned twice.', 'Your name is safe here.'],
    ...['The time goes by slowly.', 'This is known as splitting.', 'She is known as reliable.', 'He named it shame.'],
    ...['Navnet er feil i brevet.', 'Navnet mitt er på listen.', 'Navnet hennes er nevnt.', 'Navnene er endret.'],
    ...['Det heter overføring.', 'Metoden heter motiverende intervju.', 'Det kalles projeksjon.', 'Jeg ble kalt inn.'],
    ...['Det ble en het diskusjon.', 'Jeg kaller ham sjefen.', 'Klienter med navn og fødselsdato på listen.'],
  ])('takes what is said of a name for no name: %s', (text) => {
    expect(findIdentifyingDetails(text, 'en')).toEqual([]);
  });

  it.each([
    ...['My name is jonas.', 'her name is thandiwe and', 'The name is bond.', 'His nickname is chip.', 'Name: Wu'],
    ...['my real name is dan', 'My name is Will.', 'her name was april.', 'a boy named tariq', 'he goes by spike'],
    ...[
      'Klienten min heter thandiwe',
      'jeg heter zainab',
      'han heter per.',
      'nå heter hun wilmer',
      'barna heter ada og bo',
    ],
    ...['mitt navn er liban', 'etternavnet hennes er fjeldstad', 'alle kaller ham bolla', 'en mann ved navn grim'],
  ])('finds the name that is introduced: %s', (text) => {
    expect(findIdentifyingDetails(text, 'en').map((found) => found.kind)).toContain('name');
  });

  it.each(['We spoke about Bowlby.', "Winnicott's good enough mother", 'Jeg leste Frankl og Skårderud.'])(
    'takes who made a way of working for nobody’s name: %s',
    (text) => {
      expect(findIdentifyingDetails(text, 'en')).toEqual([]);
    },
  );

  it.each(['1 ', '12345678 and ', '4 7 1 9 2 6 '])(
    'costs about what a story does over nothing but numbers: %j',
    (seed) => {
      const cost = (text: string): number => leastCpu(() => findIdentifyingDetails(text.slice(0, 20_000), 'en'));
      const story = 'When my client came back after the summer she told me that nothing had changed at home. '.repeat(
        230,
      );
      const numbers = seed.repeat(20_000 / seed.length + 1);
      expect(cost(numbers) / cost(story)).toBeLessThan(12);
    },
  );

  it('offers wider words that read on', () => {
    const broadened = (text: string) => findIdentifyingDetails(text, 'en').reduceRight(takeBroader, text);
    expect(broadened('I see a 20-year-old, since 3 March 2021.')).toBe('I see a young adult, since 2021.');
    expect(broadened('Han er en 15-åring.')).toBe('Han er en tenåring.');
  });

  it('names places in the text itself, unseen characters and all, and none twice', () => {
    const texts = Object.values(HOLDING).flat();
    for (let i = 0; i < texts.length; i++) {
      const text = `🙂 ${texts.slice(i, i + 9).join('.\u200b ‮')} 🙂`;
      let last = 0;
      for (const found of findIdentifyingDetails(text, 'nb')) {
        expect(found.start).toBeGreaterThanOrEqual(last);
        expect(found.text).toBe(text.slice(found.start, found.end));
        expect(found.text.length).toBeGreaterThan(0);
        last = found.end;
      }
    }
  });

  it.each(['1', '1 ', 'A. ', '@a', 'a at a dot ', 'Aa ', '0x1:', 'kontonummer nr '])(
    'takes no more than in proportion to a text of %j',
    (seed) => {
      const cost = (length: number): number => {
        const text = seed.repeat(Math.ceil(length / seed.length)).slice(0, length);
        return leastCpu(() => findIdentifyingDetails(text, 'en'));
      };
      // Eight times the text; the square of that would be 64 times the cost.
      expect(cost(40_000) / Math.max(cost(5000), 1000)).toBeLessThan(32);
    },
  );
});

/** Microseconds of processor that `work` takes, the least of several times: whatever else the machine does comes on top. */
function leastCpu(work: () => unknown): number {
  const times = Array.from({ length: 6 }, () => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return user + system;
  });
  return Math.min(...times);
}
