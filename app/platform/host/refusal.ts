import type { Language } from '#app/i18n/languages.ts';

/** What the host answers itself, before Remix: what is wrong, and what one can do. */
const REASONS = {
  'malformed-address': {
    status: 400,
    en: 'This address is not well-formed.',
    nb: 'Denne adressen er ikke gyldig.',
  },
  'malformed-body': {
    status: 400,
    en: 'What was sent could not be read. Nothing was saved.',
    nb: 'Det som ble sendt, kunne ikke leses. Ingenting ble lagret.',
  },
  'foreign-origin': {
    status: 403,
    en: 'This was not sent from a page of the forum. Nothing was done. Open the page here and try again.',
    nb: 'Dette ble ikke sendt fra en side i forumet. Ingenting ble gjort. Åpne siden her og prøv igjen.',
  },
  'no-such-file': { status: 404, en: 'There is no such file.', nb: 'Denne filen finnes ikke.' },
  'wrong-method': {
    status: 405,
    en: 'This address cannot be used in that way.',
    nb: 'Denne adressen kan ikke brukes på den måten.',
  },
  'too-large': {
    status: 413,
    en: 'This is too long to be sent. Nothing was saved: go back, your text is still there.',
    nb: 'Dette er for langt til å sendes. Ingenting ble lagret: gå tilbake, teksten din er der fortsatt.',
  },
  'wrong-type': {
    status: 415,
    en: 'Send a form, or JSON. Nothing was saved.',
    nb: 'Send et skjema, eller JSON. Ingenting ble lagret.',
  },
  unavailable: {
    status: 503,
    en: 'The forum cannot do this just now. If you sent something: go back, your text is still there. Try again in a moment.',
    nb: 'Forumet kan ikke gjøre dette akkurat nå. Hvis du sendte noe: Gå tilbake, teksten din er der fortsatt. Prøv igjen om litt.',
  },
  busy: {
    status: 503,
    en: 'Too many people are here just now. If you sent something: go back, your text is still there. Try again in a moment.',
    nb: 'Det er for mange her akkurat nå. Hvis du sendte noe: Gå tilbake, teksten din er der fortsatt. Prøv igjen om litt.',
  },
  unexpected: {
    status: 500,
    en: 'Something broke here. It is our fault, not yours. Try again in a moment.',
    nb: 'Noe gikk galt her. Det er vår feil, ikke din. Prøv igjen om litt.',
  },
} as const;

/** Seconds after which what cannot be done now may be asked for again. */
export const RETRY_AFTER = 5;

export type RefusalReason = keyof typeof REASONS;

export class Refusal extends Error {
  readonly reason: RefusalReason;

  constructor(reason: RefusalReason) {
    super(reason);
    this.name = 'Refusal';
    this.reason = reason;
  }
}

/** What a refusal for `reason` is answered with. */
export function statusOf(reason: RefusalReason): number {
  return REASONS[reason].status;
}

/** The page for `reason`: one sentence, and the way home. `correlationId` is told where someone may want to ask about it. */
export function refusalPage(reason: RefusalReason, language: Language, correlationId: string): string {
  const home = language === 'nb' ? 'Til forsiden' : 'To the front page';
  const help = language === 'nb' ? 'Hjelp nå: noen å ringe til' : 'Help now: somebody to call';
  const id = reason === 'unexpected' ? ` (${correlationId})` : '';
  return `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${REASONS[reason].status}</title>
</head>
<body>
<main>
<p>${REASONS[reason][language]}${id}</p>
<p><a href="/">${home}</a></p>
<p><a href="/help-now">${help}</a></p>
</main>
</body>
</html>
`;
}
