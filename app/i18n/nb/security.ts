import type { security as english } from '../en/security.ts';
import type { Translated } from '../catalogue.ts';

export const security: Translated<typeof english> = {
  settingsTitle: 'Innstillinger',
  backToSettings: 'Innstillinger',
  password: 'Passord',
  passwordNote: 'Endre det. Du blir da logget ut alle andre steder.',
  factor: 'Totrinnsinnlogging',
  factorNote: 'Noe du viser i tillegg til passordet når du logger inn: en kode fra en app eller en passnøkkel.',
  factorIsOn: 'På.',
  factorIsOff: 'Av.',
  sessions: 'Der du er logget inn',
  sessionsNote: 'Se øktene dine, og avslutt dem du ikke trenger.',
  codes: 'Gjenopprettingskoder',
  codesNote_zero: 'Du har ingen igjen. Lag nye.',
  codesNote_one: 'Du har {{count}} igjen. Du kan lage ti nye.',
  codesNote_other: 'Du har {{count}} igjen. Du kan lage ti nye.',

  roleOnHold: {
    moderator: 'Rollen din som moderator hviler til du har totrinnsinnlogging.',
    administrator: 'Rollen din som administrator hviler til du har totrinnsinnlogging.',
  },
  dueLead:
    'Moderatorer og administratorer må ha totrinnsinnlogging. Sett det opp innen utgangen av {{day}}: Etter det hviler rollen din til du har gjort det.',
  setUpNow: 'Sett opp totrinnsinnlogging',

  factorLead: 'Med totrinnsinnlogging åpner ikke passordet noe alene.',
  factorWhat:
    'Den som har gjettet det, trenger også telefonen din, datamaskinen din eller en av gjenopprettingskodene dine.',
  factorSealed:
    'Det andre trinnet kommer i tillegg til passordet, aldri i stedet for det: Det du har skrevet anonymt, er forseglet med passordet ditt. Forumet lagrer også det andre trinnet kryptert.',
  appTitle: 'Koder fra en app',
  appIsOn: 'Satt opp. Når du logger inn, blir du spurt om de seks sifrene appen viser.',
  appIsOff:
    'En hvilken som helst app for engangskoder duger: Den viser seks sifre, nye hvert halve minutt. Den trenger ikke nett, og siden her trenger ikke JavaScript.',
  appSetUp: 'Sett opp en app',
  appReplace: 'Sett opp en annen app',
  passkeysTitle: 'Passnøkler',
  passkeysNote:
    'Fingeravtrykk, ansikt, PIN-koden til enheten eller en sikkerhetsnøkkel. Passnøkler krever JavaScript i nettleseren.',
  passkeysNone: 'Du har ingen ennå.',
  passkeyUnnamed: 'Passnøkkel {{number}}',
  passkeyAdd: 'Legg til en passnøkkel',
  remove: 'Fjern',
  removeNamed: 'Fjern: {{name}}',
  unreadable:
    'Det som er lagret om det andre trinnet ditt, kan ikke leses lenger. Du kan bare logge inn med gjenopprettingskoder til du setter det opp på nytt.',
  factorAdded: 'Totrinnsinnlogging er satt opp. Du blir spurt neste gang du logger inn.',
  factorRemoved: 'Det er fjernet.',
  haveCodes: 'Hvis du mister det: Hver av gjenopprettingskodene dine kan brukes i stedet, én gang.',

  appLead: 'Skann bildet med appen, eller skriv inn nøkkelen i den. Skriv så de seks sifrene den viser.',
  appReplaces: 'Appen du har brukt til nå, gjelder ikke lenger etter dette.',
  qrLabel: 'QR-kode med nøkkelen til appen din',
  openInApp: 'Åpne i en app på denne enheten',
  key: 'Nøkkel',
  keyNote: 'Tidsbasert, seks sifre, 30 sekunder: det apper regner med fra før.',
  firstCode: 'Seks sifre fra appen',
  passwordAgain: 'Passordet ditt',
  appConfirm: 'Sett opp disse kodene',

  passkeyLead: 'Nettleseren ber deg bekrefte med fingeravtrykk, ansikt, PIN-kode eller en sikkerhetsnøkkel.',
  passkeyStores: 'Den lagrer pseudonymet ditt sammen med passnøkkelen, så tenk på hvem andre som bruker enheten.',
  passkeyName: 'Hva vil du kalle den?',
  passkeyNameHint: 'For eksempel «Telefon». Bare du kan lese det.',

  removeTitle: 'Fjerne «{{name}}»?',
  removeLead: 'Uten den logger du inn med det som er igjen.',
  removeLast: 'Dette er det eneste andre trinnet du har: Etterpå åpner passordet kontoen din alene.',
  removeLastStaff: 'Rollen din hviler da til du har totrinnsinnlogging igjen.',
  removeConfirm: 'Fjern',

  askTitle: 'Ett trinn til',
  askLead: 'Passordet stemte, {{name}}. Nå gjenstår det andre trinnet.',
  askCode: 'Seks sifre fra appen din',
  askPasskey: 'Bruk passnøkkelen din',
  askPasskeyNote: 'Dette krever JavaScript i nettleseren.',
  askRecovery: 'Bruk en gjenopprettingskode i stedet',
  askRecoveryNote: 'Koden er da brukt opp.',
  askRecoveryOnly: 'Det andre trinnet ditt kan ikke leses lenger: Bare en gjenopprettingskode åpner kontoen din.',
  askSubmit: 'Logg inn',
  askAgain: 'Logg inn som noen andre',
  askTime: 'Du har et kvarter på deg.',

  sessionsLead: 'Hvert sted der du har logget inn og ikke ut.',
  sessionsSealed:
    'Det som er lagret om dem, nevner ingen. Bare du kan se denne listen, og den inneholder verken adresse eller enhet.',
  sessionBegan: 'Logget inn',
  sessionDayUnknown: 'Dagen kan ikke leses lenger',
  thisOne: 'Denne',
  awaiting:
    'Passordet ditt var riktig her, men det andre trinnet er ikke vist. Hvis det ikke var deg, bør du endre passordet.',
  sessionUnnamed: 'Økt uten navn',
  sessionName: 'Navn',
  sessionNameHint: 'For eksempel «Telefon», så du kjenner den igjen.',
  saveName: 'Lagre navnet',
  giveName: 'Gi navn',
  endSession: 'Avslutt',
  endOthers: 'Avslutt alle andre',
  endOthersNote:
    'Den som bruker dem, blir bedt om å logge inn igjen ved neste steg. Passordet ditt forblir som det er: Hvis noen andre kan kjenne det, bør du heller endre det.',
  sessionEnded: 'Økten er avsluttet.',
  othersEnded: 'Alle andre økter er avsluttet.',

  codesTitle: 'Gjenopprettingskoder',
  codesLeft_zero: 'Du har ingen gjenopprettingskoder igjen.',
  codesLeft_one: 'Du har {{count}} gjenopprettingskode igjen.',
  codesLeft_other: 'Du har {{count}} gjenopprettingskoder igjen.',
  codesWhat:
    'Hver kode virker én gang: i stedet for et glemt passord eller i stedet for det andre trinnet. Mister du begge deler, trenger du én til hver.',
  codesRenewNote: 'Du kan få ti nye. De du har nå, gjelder da ikke lenger.',
  codesRenew: 'Lag ti nye koder',
  codesNew: 'De nye gjenopprettingskodene dine',
  codesVoid: 'Kodene du hadde før, gjelder ikke lenger.',
};
