import type { DetailKind } from '#app/domain/privacy/identifying/finding.ts';

/** How people write each kind of detail: forms that were looked at while the rules were written, and forms that were not. A held-out form
 * that was missed moves to those that were looked at, once the rules were mended for it. All made up. */
export type Forms = { seen: readonly string[]; heldOut: readonly string[] };

const digit = (seed: number, at: number): number =>
  Math.floor(Math.abs(Math.sin(seed * 12.9898 + at * 78.233) * 43758.5453) * 10) % 10;

/** A form with its `#` filled in: other digits for each seed. */
export function filled(form: string, seed: number): string {
  let at = 0;
  return form.replace(/#/g, () => String(digit(seed, at++)));
}

export const FORMS: Readonly<Partial<Record<DetailKind, Forms>>> = {
  phone: {
    seen: [
      '+47 9## ## ###',
      'tlf. 9#######',
      '(555) ###-####',
      'call 020 7### ####',
      'five five five one two three four',
    ],
    heldOut: [
      '+47–4##–##–###',
      '0047 9#######',
      'mobil: 4## ## ###',
      'text 555.###.####',
      'ring åtte åtte ni to fire en null sju',
      '+1 (212) 555-####',
      'tlf 22 ## ## ##',
      'fax 1-800-555-####',
    ],
  },
  email: {
    seen: ['ola.n##@example.no', 'kari dot n at gmail dot com', 'per (at) firma (dot) no'],
    heldOut: [
      'anna_b@mail.example.co.uk',
      'kari [at] online [dot] no',
      'per.olsen at hotmail.com',
      'x.y+z#@example.org',
      'siri krøllalfa epost punktum no',
      'B.Smith @ example.com',
    ],
  },
  nationalId: {
    seen: ['SSN 1##-4#-####', 'fødselsnummer 0101## #####', 'passport no. AB#######', '01010750160'],
    heldOut: [
      'social security number is 2## 5# ####',
      'personnr: 1203##-#####',
      'NHS number 9## ### ####',
      'passnr. C#######',
      'd-nummer 4101## #####',
      'NI number AB ## ## ## C',
      'her SSN: 3##–4#–####',
    ],
  },
  account: {
    seen: ['IBAN NO93 8601 1117 947', 'kontonummer 8601.11.17947', 'account number 00######', '4111 1111 1111 1111'],
    heldOut: [
      'GB29 NWBK 6016 1331 9268 19',
      'konto: 1503 ## #####',
      'acct #4#######',
      'card ending in 4###',
      'DE89370400440532013000',
      'kundenummer 4######',
      'account no: 12-3456##',
    ],
  },
  licence: {
    seen: ['NPI 1#########', 'HPR-nummer 9######', 'org.nr. 974 760 673', 'driving licence MORGA 7531## SM9IJ'],
    heldOut: [
      'HPR nr: 1######',
      'license number LMFT ######',
      'førerkortnummer 12 34 ######',
      'DEA number AB#######',
      'GMC no. 7######',
      'license #PSY#####',
    ],
  },
  record: {
    seen: ['MRN 00######', 'journalnummer 2021/####', 'case no. 21-CV-0####', 'policy number HX-#####-A'],
    heldOut: [
      'medical record number: ####-####',
      'saksnr. 20/####',
      'patient ID P######',
      'claim number 88-####-22',
      'chart # 4######',
      'Medicaid ID ##-######',
      'henvisning nr 55####',
      'polisenr 77######',
    ],
  },
  vehicle: {
    seen: ['VIN 1HGCM82633A00####', 'skilt EK #####', 'license plate 7ABC###'],
    heldOut: [
      'regnr. DN ## ###',
      'a car, number plate KX#1 ABC',
      'chassis number WVWZZZ1JZXW00####',
      'plate: 4XYZ###',
      'bilen BT####3',
    ],
  },
  device: {
    seen: ['IMEI 490154203237518', 'MAC 00:1B:44:11:3A:B#', 'serial number SN-##52-X9'],
    heldOut: [
      'serienr. C02XK#####',
      'pacemaker serial PJN######H',
      'AA-BB-CC-11-22-3#',
      'device id 9F-####-22',
      'IMEI: 35 209900 176148 1',
    ],
  },
  url: {
    seen: ['www.example.no/blogg', 'https://example.com/kari', 'karis.blogspot.com'],
    heldOut: [
      'facebook.com/kari.n##',
      'http://example.org:8080/a?b=c',
      'linkedin.com/in/ola-n',
      'kari dot blogg dot no',
      'mysite (dot) com',
    ],
  },
  ip: {
    seen: ['192.168.12.4#', '2001:db8:85a3::8a2e:370:7334'],
    heldOut: ['10.0.##.1', 'fe80::1ff:fe23:4567:890a', '84.2#.1.7', '2001:0db8:0000:0000:0000:ff00:0042:8329'],
  },
  handle: {
    seen: ['instagram @karinordmann', '@kari_n9#'],
    heldOut: ['snapchat: ola_n##', 'follow @siri.n', 'twitter handle @perpetuum', 'brukernavn kari9#'],
  },
  date: {
    seen: ['3. mars 20##', 'den 03.03.2#', 'March 3rd, 201#', '2021-03-0#', 'the third of March'],
    heldOut: [
      '14/0#/2019',
      '1# April 2020',
      'Sept. 12, 2018',
      'femte november 2017',
      'den 7.4. 2#',
      'twenty-second of July',
      '12.des.2019',
      'juni 201#',
      'winter of 201#',
      '1#th of May',
    ],
  },
  age: {
    seen: ['93 år', 'she is 9# years old', 'ninety-three years old', 'a 2#-year-old', 'en 2#-åring', 'hun fyller 95'],
    heldOut: [
      'a 9# yr old',
      'nittifire år gammel',
      'at the age of 92',
      'en mann på 91 år',
      'a woman of ninety-one',
      'i en alder av 9#',
      'she turned 92.',
      '4# y.o.',
      'alder: 9#',
    ],
  },
  biometric: {
    seen: ['his fingerprints', 'fingeravtrykk'],
    heldOut: ['a voiceprint', 'iris scan', 'DNA-profil', 'retina scan'],
  },
  photo: {
    seen: ['attached a photo', '![x](x.jpg)'],
    heldOut: ['IMG_20##.jpg', 'la ut et bilde', 'here is a picture', 'her passport photo'],
  },
  name: {
    seen: ['my client Jonas', 'hun heter ingrid', 'Kari Nordmann', 'Dr. Patel', 'fru Haugland'],
    heldOut: [
      'my patient thandiwe told me',
      'broren min Sverre',
      'Agnieszka Kowalska',
      'Mrs. Abernathy',
      'he goes by Spike',
      'J. R. Hansen',
      'naboen Torleif',
      'a girl named Xiomara',
      'with Aoife yesterday',
      'her name is ngozi',
      'my first name is Quill',
      'sønnen hennes heter Aksello',
      'hun som heter yrsa',
      'navnet hans er Torbjarne',
    ],
  },
  place: {
    seen: ['lives in Bergen', '12 Oak Street', 'Storgata 1#', '5003 Bergen'],
    heldOut: [
      'bor på Tynset',
      'grew up in Puddleton',
      '4# Elm Rd',
      'Lillevikveien ##',
      'postnummer 70##',
      'Boise, ID 837##',
      'moved to Stavanger',
      'M13 4BT',
      'Cook County',
      'i Øvre Eiker kommune',
    ],
  },
  institution: {
    seen: ['Haukeland', "St Mary's Hospital", 'Oslo universitetssykehus'],
    heldOut: [
      'Riverside Elementary',
      'Nordstrand videregående skole',
      'Tiller DPS',
      'First Baptist Church',
      'University of Leeds',
      'Nidaros legesenter',
      'Oakwood Clinic',
    ],
  },
};

/** Sentences around a detail, as it may stand in a post. */
export const AROUND: readonly (readonly [before: string, after: string])[] = [
  ['', ''],
  ['I keep thinking about this: ', '. What would you do?'],
  ['Jeg vet ikke om jeg burde ha skrevet det ned, ', ', men nå står det der.'],
  ['It was in the notes – ', ' – and my supervisor saw it.'],
];

/** Texts that hold no detail. */
export const HARMLESS: readonly string[] = [
  'I have worked as a therapist for 20 years and I still find endings hard.',
  'My client says that CBT does not help. Freud would disagree.',
  'On Monday she told me she wanted to stop. She may be right.',
  'We have had about 12 sessions and it costs 1,200 kroner.',
  'Jeg har jobbet i NAV i mange år, og jeg vet ikke hva jeg skal gjøre.',
  'The DSM-5 and the ICD-10 differ about this, and my PHQ-9 was 14.',
  'Should I tell my boss that I am in therapy?',
  'Klienten min sier at hun ikke orker mer, og jeg blir redd.',
  'Between sessions my client texts me 10 to 15 times a day.',
  'I took 50 mg of Zoloft for 6 weeks and nothing changed.',
  'Er det greit å gi klienten en klem når hun gråter?',
  'My Norwegian friends say that this is normal in Norway.',
  'In 2019 I moved to Texas and started again.',
  'Will it ever get better? I hope so. Grace is hard to find.',
  'Min erfaring er at 3 av 10 slutter før jul.',
  'How Do I Tell My Client That I Am Leaving?',
  'My therapist laughed. I froze, then I left, and I have not gone back.',
  'Etter 50 minutter sier hun alltid: «Da er timen over.»',
  'I read Yalom, Rogers and Linehan, and none of them says a word about this.',
  '@Linden, what you wrote about waiting helped me.',
  'Two things matter: (1) trust, and (2) time. See chapter 4.',
  'My mother, my father and my sister all see the same counsellor.',
  'Barnevernet ringte, og jeg måtte velge mellom taushet og tillit.',
  'It was 3:30 at night and I could not sleep.',
  'I was told that Acceptance and Commitment Therapy might fit better than EMDR.',
  'A teenager in my group will not speak. What has worked for you?',
  'Jeg er selv bruker, og har vært det i 15 år.',
  'God knows I tried. At Christmas it is worst.',
  'Our waiting list has 400 people on it; that is 8 months.',
  'Han kommer alltid 10 minutter for sent, og betaler ikke.',
  'My name is tied to this case, and her name is next to mine on the rota.',
  'The name is crossed out in the copy that I was given.',
  'What we have is known as a rupture, and the hour goes by fast.',
  'She is known as reliable; nobody named the problem.',
  'Navnet mitt er koblet til saken, og navnet hennes er strøket.',
  'Kurset heter mestring av depresjon, og det kalles gruppeterapi.',
  'Jeg ble kalt inn til møte, og brevet var signert dagen før.',
];
