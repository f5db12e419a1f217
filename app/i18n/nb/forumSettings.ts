import type { forumSettings as english } from '../en/forumSettings.ts';
import type { Translated } from '../catalogue.ts';

export const forumSettings: Translated<typeof english> = {
  title: 'Innstillinger for forumet',
  lead: 'De gjelder for alle, innen noen sekunder.',
  forum: 'Forumet',
  name: 'Navnet på forumet',
  nameHint: 'Det står på hver side, i nyhetsstrømmer og i e-poster. Opptil {{max}} tegn.',
  contact: 'Hvem man kan spørre om selve forumet',
  contactHint: 'En e-postadresse eller adressen til en side. Vises nederst på hver side.',
  languages: 'Språk på sidene',
  languagesHint: 'Man kan uansett skrive på begge språk.',
  languagesAll: 'Engelsk og norsk',
  newcomers: 'Nye medlemmer',
  holdNewcomers: 'Hold tilbake de to første innleggene fra nye medlemmer til en moderator har sett på dem',
  holdNewcomersHint: 'Under pseudonym eller anonymt: Forumet teller mens de skriver, og lagrer det ingen steder.',
  newcomerLinks: 'Lenker i et innlegg fra et nytt medlem, høyst',
  newcomerLinksHint: 'Et innlegg med flere venter på gjennomsyn. Fra 0 til {{max}}.',
  threads: 'Tråder',
  closeAfterDays: 'Lås tråder etter så mange dager uten svar',
  closeAfterDaysHint:
    'Fra {{least}} til {{most, number}} dager; tomt betyr aldri. En tråd som har sitt eget antall, beholder det.',
  save: 'Lagre innstillingene',
  saved: 'Innstillingene er lagret.',
};
