import type { me as english } from '../en/me.ts';
import type { Translated } from '../catalogue.ts';

export const me: Translated<typeof english> = {
  title: 'Kontoen din',
  role: { moderator: 'Du er moderator.', administrator: 'Du er administrator.' },
  threads: 'Trådene dine',
  threadsNote: 'Der du har skrevet, anonymt eller ikke. Bare du kan se denne listen.',
  noThreads: 'Du har ikke skrevet noe ennå.',
  memberPage: 'Den offentlige siden din',
  memberPageNote: 'Det du har skrevet under pseudonymet. De anonyme innleggene dine står ikke der.',
  settings: 'Innstillinger',
  settingsNote: 'Passord, totrinnsinnlogging, økter og gjenopprettingskoder.',
  changePassword: 'Endre passordet',
  changePasswordNote:
    'Du forblir innlogget her og blir logget ut alle andre steder. Gjenopprettingskodene dine gjelder fortsatt.',
  currentPassword: 'Passordet du har nå',
  passwordChanged: 'Passordet er endret. På alle andre enheter er du logget ut.',
  verification: 'Verifisering',
  verificationNote: 'Hva moderatorene har sett dokumentasjon på, og hvor det vises.',
  verificationAskNote: 'Fagpersoner kan be moderatorene om å verifisere yrket deres.',
  verificationShow: 'Vis det ved pseudonymet mitt, {{penName}}',
  verificationSaved: 'Lagret.',
  verificationPersonas: 'På anonyme innlegg',
  verificationPersonasNote:
    'Du velger på nytt hver gang du skriver. Det kan bare vises så lenge minst {{count}} medlemmer er verifisert for samme yrke og språk, slik at det ikke peker mot deg.',
  verificationEnough: 'Nå er dere mange nok.',
  verificationTooFew: 'Dere er for få ennå.',
  save: 'Lagre',
  inboxNote: 'Det som er nytt der du skrev, og i tråder du følger.',
  draftsNote: 'Det du har begynt å skrive. Bare du kan lese det.',
};
