import type { errors as english } from '../en/errors.ts';
import type { Translated } from '../catalogue.ts';

export const errors: Translated<typeof english> = {
  notFound: {
    title: 'Det finnes ingenting på denne adressen',
    text: 'Den kan være skrevet feil, eller det som sto her er fjernet. Tråder beholder adressen sin når de flyttes eller får nytt navn.',
  },
  badRequest: {
    title: 'Denne adressen forstår vi ikke',
    text: 'Noe i den har en form vi ikke kan lese. Gå heller inn gjennom temaene eller søket.',
  },
  notSignedIn: {
    title: 'Logg inn for å gå videre',
    text: 'Denne siden er for medlemmer. Du trenger ingen e-postadresse for å bli med.',
  },
  notAllowed: {
    title: 'Dette har du ikke tilgang til',
    text: 'Du er logget inn, men denne siden eller handlingen er for andre: den som skrev, eller en moderator.',
  },
  conflict: {
    title: 'Noen kom deg i forkjøpet',
    text: 'Det du ville endre, er blitt endret i mellomtiden. Gå tilbake, se på det på nytt, og prøv en gang til.',
  },
  tooLarge: {
    title: 'Dette er mer enn vi kan ta imot på én gang',
    text: 'Gå tilbake: Det du skrev, skal fortsatt stå der. Gjør det kortere, eller del det i to.',
  },
  tooMany: {
    title: 'Det var mye på kort tid',
    text: 'For å holde det rolig her finnes det en grense. Vent litt, og prøv igjen.',
  },
  unavailable: {
    title: 'Forumet kan ikke gjøre dette akkurat nå',
    text: 'Prøv igjen om noen minutter. Har du sendt noe, så se først om det er der.',
  },
  failed: {
    title: 'Noe gikk galt hos oss',
    text: 'Det er ikke din feil. Gå tilbake og prøv igjen. Skjer det en gang til, oppgi dette nummeret til en moderator:',
  },
  toHome: 'Til forsiden',
  toSearch: 'Søk i tidligere tråder',
  helpStays: 'Hvis du kom hit for å få hjelp med en gang:',
};
