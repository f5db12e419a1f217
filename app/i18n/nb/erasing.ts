import type { erasing as english } from '../en/erasing.ts';
import type { Translated } from '../catalogue.ts';

export const erasing: Translated<typeof english> = {
  exportTitle: 'Ta med deg det du har skrevet',
  exportNote: 'Alt du har skrevet her, også anonymt, i én fil.',
  exportLead:
    'Ett arkiv med alt du har skrevet her: innleggene dine, anonyme eller ikke, med tidligere versjoner, utkastene dine, det du følger, og det kontoen sier om deg. Som tekstfiler til å lese, og som én fil for programmer.',
  exportWarning:
    'Arkivet sier hvilke anonyme innlegg som er dine. Det gjør ingenting annet i verden. Ha det der ingen andre ser, eller slett det når du har lest det. Ikke last det ned på en enhet som andre bruker.',
  exportOthers: 'Om andre står det bare hva trådene du har skrevet i, heter, og hvilket innlegg du svarte på.',
  exportKept: 'Det lages mens du venter. Forumet beholder ingen kopi og noterer ikke at du ba om det.',
  exportDownload: 'Last ned arkivet',
  archive: {
    title: 'Det du har skrevet på $t(site.name)',
    madeOn: 'Laget {{date}} for {{penName}}.',
    warning: 'Dette arkivet sier hvilke anonyme innlegg som er dine. Ha det der ingen andre ser.',
    contents:
      'Innlegg: {{posts, number}}. Tråder du har skrevet i: {{threads, number}}, hver i sin fil under «threads».',
    format:
      'export.json har alt sammen en gang til, for programmer, med utkast, det du følger, og opplysningene om kontoen.',
    noTitle: '(En tittel som er trukket tilbake)',
    onlyMine: 'Bare dine egne innlegg står her.',
    asPersona: 'anonymt, som {{name}}',
    asPenName: 'under pseudonymet ditt, {{name}}',
    post: 'Innlegg {{number}}',
    answers: 'svar på innlegg {{number}}',
    version: 'Tidligere versjon, nummer {{number}}',
    pendingEdit: 'En endring fra deg som venter på gjennomsyn',
    state: {
      held: 'Venter på gjennomsyn',
      hidden: 'Fjernet av en moderator',
      erased: 'Du har trukket tilbake dette innlegget',
    },
  },
  takeBack: 'Trekk tilbake',
  postTitle: 'Trekk tilbake innlegg {{number}}',
  postLead: 'Ordene blir borte for godt: fra siden, tidligere versjoner, søket, strømmene og eksporten.',
  postLeadOpening:
    'Ordene blir borte for godt, og tittelen med dem: fra siden, tidligere versjoner, søket, strømmene og eksporten.',
  postStays:
    'Nummeret blir stående, med navnet over og linjen «Den som skrev dette innlegget, har trukket det tilbake». Svar fra andre blir stående, også der de gjentar ordene dine.',
  postThreadGoes: 'Har ingen andre svart, forsvinner hele tråden fra listene.',
  postCopies:
    'Det andre har lest eller kopiert, kan ikke trekkes tilbake. Sikkerhetskopier fra før har det fortsatt; de skal beholdes i høyst 30 dager.',
  postYours: 'Dette trekker du tilbake',
  postConfirm: 'Trekk det tilbake for godt',
  postCancel: 'La det stå',
  title: 'Slett kontoen din',
  note: 'Forlat forumet for godt. Du bestemmer hva som skjer med det du har skrevet.',
  lead: 'Kontoen forsvinner med en gang og for godt: pseudonym, passord, gjenopprettingskoder, utkast og det du følger. Ingen kan hente den tilbake, heller ikke du.',
  exportFirst: 'Vil du beholde det du har skrevet, gjør dette først:',
  waiting_one:
    'Du har begynt på dette før, og det ble avbrutt. {{count}} av de anonyme navnene dine venter alt på å bli slettet. Gjør det ferdig her.',
  waiting_other:
    'Du har begynt på dette før, og det ble avbrutt. {{count}} av de anonyme navnene dine venter alt på å bli slettet. Gjør det ferdig her.',
  penNamePosts: 'Hva skal skje med innleggene under {{penName}}?',
  textCount_zero: 'Du har ingen.',
  textCount_one: 'Det er {{count, number}}.',
  textCount_other: 'Det er {{count, number}}.',
  penNameRemove: 'Fjern teksten',
  penNameRemoveHint: 'Med en gang, sammen med alle tidligere versjoner.',
  penNameLeave: 'La teksten stå, uten noen bak',
  penNameLeaveHint: 'Et dekknavn som ikke er noens, kommer i stedet for pseudonymet, et nytt i hver tråd.',
  anonymousPosts: 'Hva skal skje med de anonyme innleggene dine?',
  anonymousRemove: 'Fjern teksten',
  anonymousRemoveHint:
    'Innen 14 dager, tråd for tråd, til tilfeldige timer. Ble alt borte på én gang, kunne alle se at én person hadde skrevet det.',
  anonymousLeave: 'La teksten stå, uten noen bak',
  anonymousLeaveHint: 'Nøkkelen til den kastes, også det innen 14 dager. Lesere merker ingenting.',
  keptTitle: 'Dette blir igjen',
  kept: {
    replies: 'Svar fra andre, også der de siterer deg eller nevner deg ved navn.',
    places: 'At det sto et innlegg der: nummer, time, perspektiv og et dekknavn.',
    bars: 'At moderatorene har satt et anonymt navn på pause, og til når.',
    staff: 'Hvis du var moderator: hva du bestemte og hvorfor, uten navnet ditt.',
    flags: 'Det du har rapportert til moderatorene. Ingenting der sier at det var deg.',
  },
  truthTitle: 'Før du velger',
  truth: {
    fortnight:
      'I opptil 14 dager sier en liste i databasen hvilke anonyme navn som venter på å bli slettet. Den sier ikke hvem de tilhører. Men den som stjal databasen i de dagene, og visste at du gikk nettopp da, kunne gjette.',
    visible:
      'Når tekst fjernes, kan det ses. Den som følger nøye med på forumet, kan legge merke til at innlegg trekkes tilbake i dagene etter at et pseudonym ble borte. Lar du de anonyme tekstene stå, blir det ikke noe slikt spor.',
    backups:
      'Sikkerhetskopier fra før, og databasens egen logg, har fortsatt det de hadde. De skal beholdes i høyst 30 dager.',
    copies: 'Det andre har lest eller kopiert, kan ikke trekkes tilbake.',
  },
  password: 'Passordet ditt',
  confirm: 'Slett kontoen min',
  cancel: 'Bli her',
  brokenOff: 'Blir det avbrutt, logger du inn igjen og gjentar det: Ingenting gjøres to ganger.',
  doneTitle: 'Kontoen din er borte',
  doneLead: 'Pseudonymet, passordet og alt som var lagret for deg, er slettet. Du er logget ut overalt.',
  doneSoon:
    'Det du skrev under pseudonymet, er alt slik du ønsket. De anonyme innleggene følger innen 14 dager, til tilfeldige timer.',
  doneBrowser: 'Nettleseren din kan fortsatt huske hvilke sider du har sett på. Tøm loggen hvis andre bruker den.',
  doneHome: 'Til forsiden',
};
