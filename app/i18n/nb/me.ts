import type { me as english } from '../en/me.ts';
import type { Translated } from '../catalogue.ts';

export const me: Translated<typeof english> = {
  title: 'Kontoen din',
  role: { moderator: 'Du er moderator.', administrator: 'Du er administrator.' },
  threads: 'Trådene dine',
  threadsNote: 'Der du har skrevet, anonymt eller ikke. Bare du kan se denne listen.',
  noThreads: 'Du har ikke skrevet noe ennå.',
  asAlias: 'Du er {{alias}} der',
  asPenName: 'Under pseudonymet ditt',
  memberPage: 'Den offentlige siden din',
  memberPageNote: 'Det du har skrevet under pseudonymet. De anonyme innleggene dine står ikke der.',
  settings: 'Innstillinger',
  settingsNote: 'Passord, totrinnsinnlogging, økter og gjenopprettingskoder.',
  changePassword: 'Endre passordet',
  changePasswordNote:
    'Du forblir innlogget her og blir logget ut alle andre steder. Gjenopprettingskodene dine gjelder fortsatt.',
  currentPassword: 'Passordet du har nå',
  passwordChanged: 'Passordet er endret. På alle andre enheter er du logget ut.',
};
