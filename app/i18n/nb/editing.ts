import type { editing as english } from '../en/editing.ts';
import type { Translated } from '../catalogue.ts';

export const editing: Translated<typeof english> = {
  title: 'Rediger innlegg {{number}}',
  authorLead: 'Leserne vil se at du har redigert det, og når.',
  moderatorLead: 'Skrevet av {{name}}. Innlegget vil vise at en moderator har redigert det, når og hvorfor.',
  text: 'Tekst',
  save: 'Publiser endringen',
  reasonHint: 'Vises ved siden av «redigert».',
  reasonIdentifying: 'Fjernet en identifiserende detalj',
  reasonPlace: 'Fjernet et stedsnavn',
  reasonWarning: 'La til et innholdsvarsel',
  reasonRespect: 'Fjernet ord om en person',
  reasonAdvertising: 'Fjernet reklame',
  publicDiff: 'Leserne kan se hva som ble fjernet',
  publicDiffHint: 'Bare når ingen kan kjennes igjen på det. Ellers ser de hvor mye det var.',
  theirs: 'Det som ble publisert mens du skrev',
  yours: 'Din egen tekst står under. Publiserer du den, kommer den i stedet for denne.',
  historyTitle: 'Hva som er endret i innlegg {{number}}',
  historyLead: 'Nyeste først. Ord som er kommet til, er understreket, ord som er fjernet, er gjennomstreket.',
  historyEmpty: 'Innlegget er ikke endret siden det ble skrevet.',
  notShown: 'Hva som er endret, kan bare skribenten og moderatorene se.',
  field: {
    title: 'Tittel',
    contentWarning: 'Innholdsvarsel',
    situation: 'Situasjonen i korte trekk',
    body: 'Tekst',
    whatIHaveTried: 'Det jeg har prøvd',
    question: 'Spørsmålet mitt',
  },
};
