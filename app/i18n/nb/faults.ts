import type { faults as english } from '../en/faults.ts';
import type { Translated } from '../catalogue.ts';

export const faults: Translated<typeof english> = {
  titleMissing: 'Gi tråden en tittel.',
  bodyMissing: 'Skriv noe før du publiserer.',
  questionMissing: 'Si hva du ønsker synspunkter på, med en setning eller to.',
  topicMissing: 'Velg det temaet som ligger nærmest.',
  tooLong: 'Dette er for langt. Bruk høyst {{max}} tegn.',
  controlCharacter: 'Det er et tegn i teksten som ikke kan lagres. Skriv den inn på nytt i stedet for å lime inn.',
  kindUnknown: 'Velg hva slags tråd dette er.',
  languageUnknown: 'Velg språket du har skrevet på.',
  perspectiveUnknown: 'Velg hvor du snakker fra.',
  writeAsUnknown: 'Velg om du skriver anonymt eller under pseudonymet ditt.',
  formKey: 'Skjemaet er blitt gammelt. Teksten din er her fortsatt: publiser den på nytt.',
  penNameMissing: 'Velg et pseudonym.',
  penNameShape:
    'Et pseudonym har 3 til 30 bokstaver og tall. Enkle mellomrom, bindestreker og understreker kan stå mellom dem.',
  penNameTaken: 'Noen har dette pseudonymet allerede. Velg et annet.',
  penNameReserved: 'Dette pseudonymet er holdt av til forumet selv. Velg et annet.',
  passwordMissing: 'Skriv inn passordet ditt.',
  passwordShort: 'Bruk minst 8 tegn.',
  passwordLong: 'Bruk høyst 256 tegn.',
  passwordCommon: 'Dette passordet er blant dem som blir gjettet først. Velg et annet.',
  passwordIsName: 'Passordet bør ikke ligne på pseudonymet ditt.',
  passwordWrong: 'Dette er ikke passordet du har nå.',
  codeMissing: 'Skriv inn en av gjenopprettingskodene dine.',
  codeWrong: 'Pseudonymet og koden hører ikke sammen, eller koden er brukt.',
  tooManyTries: 'For mange forsøk. Vent et kvarter, og prøv igjen.',
};
