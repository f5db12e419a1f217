import type { accounts as english } from '../en/accounts.ts';
import type { Translated } from '../catalogue.ts';

export const accounts: Translated<typeof english> = {
  joinTitle: 'Bli med',
  joinLead: 'Et pseudonym og et passord er alt som trengs. Vi spør ikke etter e-postadresse eller ekte navn.',
  joinRules: 'Når du blir med, er du med på å ta vare på hverandre her slik kjørereglene sier.',
  join: 'Bli med',
  haveAccount: 'Har du vært her før?',
  noAccount: 'Ny her?',
  penName: 'Pseudonym',
  penNameHint:
    'Et oppdiktet navn på 3 til 30 tegn, uten mellomrom. Det vises bare der du velger å skrive under det, aldri sammen med det du skriver anonymt. Ingenting i det bør peke mot deg.',
  password: 'Passord',
  newPassword: 'Nytt passord',
  newPasswordHint: 'Minst 8 tegn. Noen ord etter hverandre er lette å huske og vanskelige å gjette.',
  welcome: 'Velkommen, {{name}}',
  codesLead:
    'Disse ti gjenopprettingskodene er eneste vei inn igjen hvis du glemmer passordet: Vi har ingen e-postadresse å skrive til.',
  codesOnce: 'De vises bare denne ene gangen. Forumet lagrer ingenting som kan vise dem igjen.',
  codes: 'Gjenopprettingskodene dine',
  codesPrint:
    'Skriv ut siden, eller skriv kodene ned på et trygt sted, atskilt fra passordet. Hver kode virker én gang. Den som har en kode og pseudonymet ditt, kommer inn på kontoen din.',
  codesKept: 'Jeg har tatt vare på dem',
  signInTitle: 'Logg inn',
  forgotten: 'Glemt passordet?',
  recoverLink: 'Bruk en gjenopprettingskode',
  recoverTitle: 'Kom inn igjen med en gjenopprettingskode',
  recoverLead:
    'Koden åpner kontoen din og alt du har skrevet, også det anonyme. Du velger et nytt passord med det samme.',
  code: 'Gjenopprettingskode',
  codeHint: 'En av de ti du fikk se da du ble med. Store bokstaver og bindestreker spiller ingen rolle.',
  recover: 'Lagre det nye passordet',
  noCodes:
    'Uten passord og uten kode kan ingen åpne det du har skrevet anonymt, heller ikke de som driver forumet: Det er forseglet med dem.',
  withoutCodesTitle: 'Ingen kode igjen heller?',
  withoutCodesLead:
    'De som driver forumet, kan slippe deg inn på kontoen igjen, med pseudonymet og det du har skrevet under det. Dette er tapt for godt:',
  lostPosts:
    'De anonyme innleggene dine. De blir stående og tilhører ingen: Du kan verken redigere dem eller trekke dem tilbake.',
  lostPrivate: 'Utkast, tråder du følger, og private innstillinger.',
  lostFactor: 'Totrinnsinnloggingen og gjenopprettingskodene dine. Du får ti nye koder.',
  secondFactorToo:
    'Har du totrinnsinnlogging, blir du bedt om det andre trinnet etterpå. En annen gjenopprettingskode kan brukes i stedet.',
  recoveredTitle: 'Du er inne igjen',
  recoveredLead: 'Det nye passordet er lagret. På alle andre enheter er du logget ut.',
  codesLeft_zero: 'Det var den siste gjenopprettingskoden din.',
  codesLeft_one: 'Koden du brukte, er borte. Du har {{count}} igjen.',
  codesLeft_other: 'Koden du brukte, er borte. Du har {{count}} igjen.',
  makeNewCodes: 'Lag ti nye koder',
  resetTitle: 'Du er inne igjen',
  resetLead: 'Kontoen din ble nullstilt og begynner på nytt bak pseudonymet.',
  resetLost:
    'Det du skrev anonymt før, tilhører ingen nå: Du kan verken finne det igjen som ditt eller redigere det, og det kan ingen andre heller. Tidligere utkast, fulgte tråder og private innstillinger er borte for deg på samme måte.',
  resetKept: 'Det du har skrevet under pseudonymet, er fortsatt ditt.',
  goOn: 'Gå videre',
};
