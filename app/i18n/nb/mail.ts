import type { mail as english } from '../en/mail.ts';
import type { Translated } from '../catalogue.ts';

export const mail: Translated<typeof english> = {
  title: 'E-post',
  note: 'Få e-post når det er noe nytt i tråder du velger. Av hvis du ikke ber om det.',
  off: 'Dette forumet sender ikke e-post. Alt nytt venter i innboksen din her.',
  lead: 'Uten e-post venter alt nytt i innboksen din her. Med e-post skriver vi til deg når det er noe nytt i en tråd du følger på e-post.',
  storedTitle: 'Dette lagrer noe som ellers ikke lagres her',
  storedWhat:
    'Det du følger, er ellers kryptert, slik at ingen andre enn du kan lese det. For e-post står adressen din og trådene du følger på e-post, sammen med kontoen din i klartekst. Den som får tak i databasen, kan lese dem, og det kan også de som driver forumet.',
  storedAdvice:
    'Slå det ikke på i tråder der du skriver anonymt: At noen vil ha e-post om en tråd, tyder på at de har skrevet der. En e-post nevner verken tråden, noe dekknavn eller forumet, men lenkene og avsenderen viser adressen til forumet. Også det du selv skriver, fører til en e-post.',
  presentTitle: 'Slik er det nå',
  unconfirmed:
    'Ikke bekreftet ennå. En e-post med en lenke er på vei dit. Før du åpner den, sendes ingenting annet. Adressen glemmes etter en uke.',
  threads_zero: 'Du følger ingen tråder på e-post. Hver tråd du følger, har en knapp for det.',
  threads_one: 'Du følger {{count}} tråd på e-post.',
  threads_other: 'Du følger {{count}} tråder på e-post.',
  askTitle: 'Be om e-post',
  changeTitle: 'En annen adresse',
  address: 'E-postadresse',
  addressHint: 'Helst en som ingen andre leser.',
  pace: 'Hvor raskt?',
  paces: { daily: 'Én gang om dagen', atOnce: 'Innen et kvarter' },
  wasTold: 'Jeg har lest hva som lagres',
  ask: 'Send meg en e-post å bekrefte med',
  savePace: 'Lagre',
  endNote:
    'Ingenting mer sendes, og adressen din og hvilke tråder du følger på e-post, blir glemt. Her følger du dem fortsatt.',
  end: 'Stopp e-posten og glem adressen min',
  done: {
    asked:
      'En e-post med en lenke er på vei. Åpne lenken innen en uke og trykk på knappen der, så begynner e-posten å komme.',
    paced: 'Lagret.',
    ended: 'Det kommer ikke mer e-post. Adressen din er glemt.',
  },
  followToo: 'Få e-post om den',
  followTooNote: 'Lagrer sammen med kontoen din at du følger denne tråden. Ikke gjør det hvis du skriver anonymt her.',
  stop: 'Ikke mer e-post om den',
  marked: 'også på e-post',
  setUp: 'Få e-post om den …',
  confirmTitle: 'Bekreft adressen din',
  confirmLead:
    'Trykk på knappen, så kommer e-posten det ble bedt om, til denne adressen. Var det ikke du som ba om den, kan du lukke siden: Adressen glemmes etter en uke.',
  confirmButton: 'Bekreft',
  confirmDone: 'Bekreftet. Du kan lukke siden.',
  endTitle: 'Stopp e-posten',
  endLead:
    'Trykk på knappen, så kommer det ikke mer e-post til denne adressen. Adressen glemmes. Du trenger ikke logge inn.',
  endButton: 'Ikke mer e-post',
  endDone: 'Det kommer ikke mer e-post. Adressen er glemt.',
  linkOld: 'Denne lenken gjelder ikke lenger. Den som ba om e-post, kan be om den igjen i innstillingene sine.',
  confirmSubject: 'Vennligst bekreft',
  confirmText:
    'Noen har bedt om at beskjeder sendes til denne adressen.\n\nVar det du, kan du bekrefte den her innen en uke:\n{{at}}\n\nHvis ikke, trenger du ikke gjøre noe, eller du kan få adressen glemt med en gang:\n{{end}}\n',
  newsSubject: 'Noe nytt',
  newsText: 'Det er noe nytt i en tråd du følger.\n\n{{at}}\n\nIkke flere av disse:\n{{end}}\n',
};
