import { describe, expect, it, test } from 'vitest';
import { isUrgentSearch, speaksOfDanger } from './speaks-of-danger.ts';

describe('danger now', () => {
  it.each([
    // By the writer, of the writer.
    "I'm going to end my life tonight.",
    'I’m going to kill myself',
    'I am really going to kill myself this time.',
    'Nobody answers. If nobody answers by ten I will kill myself.',
    'I just want to die.',
    'I have decided to take my own life.',
    "I don't want to live anymore.",
    'I do **not** want to live any longer',
    "I can't go on living",
    'I wish I was dead',
    "I'm suicidal and my therapist is away.",
    "I've just taken all my pills",
    'My therapist left.\n\nI am going to\nend it all.',
    'I have written a goodbye letter.',
    // By the writer, of others.
    'My client says he is going to kill himself tonight.',
    'She is about to take an overdose and does not answer the phone.',
    'My client just texted me: "I am going to kill myself tonight". What now?',
    'He wants to die, and says it will be tonight',
    'She is threatening to kill herself if I hang up.',
    'The client is standing on a bridge',
    'He has just swallowed all his tablets.',
    // To others.
    "I'm going to kill him.",
    'I am afraid, he is going to kill me when he comes home',
    'He has a knife and says he will use it',
    'I am going to hurt my baby',
    // Norwegian.
    'Jeg orker ikke leve lenger.',
    'jeg orker ikke å leve mer',
    'Jeg vil ikke leve lenger',
    'Jeg vil bare dø.',
    'I kveld tar jeg livet av meg.',
    'Nå skal jeg ta livet mitt',
    'Jeg kommer til å ta livet av meg i natt',
    'Jeg har bestemt meg for å dø.',
    'Jeg har tatt alle pillene mine',
    'Klienten min truer med å ta livet av seg',
    'Hun skriver at hun skal ta livet sitt i kveld',
    'Hun har nettopp tatt en overdose.',
    'Han vil dø, og han sier at det blir i natt',
    'Jeg skal drepe ham.',
    'Han kommer til å drepe meg',
    'Jeg er redd for at jeg kommer til å skade barnet mitt',
    'Jeg skulle ønske jeg var død',
  ])('is heard in “%s”', (text) => {
    expect(speaksOfDanger(text)).toBe(true);
  });
});

describe('talk about danger', () => {
  it.each([
    'My client said last year that she wanted to die.',
    'He had been suicidal for years before he came to me.',
    'I wanted to die when I was fifteen.',
    'Ten years ago I thought: I want to die. Today I work with others.',
    'I am not going to kill myself.',
    "I don't want to die, I want to be heard.",
    'I will never take my own life.',
    'What do you do when a client is threatening to kill herself?',
    'How do we speak about suicide with a client who has self-harmed?',
    'A client may say "I want to die" and mean that it hurts.',
    '> I am going to kill myself\n\nHow would you answer that?',
    'I could have died of shame, and I thought I was going to die of embarrassment.',
    "I'm going to die of shame if she reads this",
    'I am dying to know what you think.',
    'I want to die of old age.',
    "I can't do this job anymore, I want to end it well with my clients.",
    'I am going to end the therapy tonight.',
    'I hurt her feelings, and I am going to hurt her again by leaving.',
    'She took an overdose two years ago.',
    'My supervisor will kill the idea.',
    'The client took his own life. I do not know how to go on with my other clients.',
    'People who are planning to kill themselves often tell somebody.',
    'Klienten min fortalte at hun ville dø da hun var femten.',
    'Han tok livet sitt i fjor.',
    'For ti år siden tenkte jeg: jeg vil dø',
    'Jeg vil ikke dø, jeg vil bli hørt.',
    'Jeg skal aldri ta livet av meg.',
    'Hva gjør dere når en klient truer med å ta livet av seg?',
    'Jeg dør av skam, og jeg kommer til å dø av nysgjerrighet.',
    'Klienten sier ofte «jeg vil dø» uten å mene det.',
    'Hvordan snakker dere om selvmord?',
    'Jeg skal avslutte terapien i kveld.',
    'Jeg vil dømme mindre.',
  ])('is not taken for it: “%s”', (text) => {
    expect(speaksOfDanger(text)).toBe(false);
  });
});

test('a long text is looked through whole', () => {
  const filler = 'I will i am going to tonight she is about to now '.repeat(400);
  expect(speaksOfDanger(filler)).toBe(false);
  expect(speaksOfDanger(`${filler}. I am going to end my life`)).toBe(true);
});

describe('a search', () => {
  it.each([
    'client is suicidal between sessions',
    'Self-harm and confidentiality',
    'i want to die',
    'she wants to kill herself',
    'selvmordstanker',
    'jeg vil ikke leve mer',
    'jeg vil dø',
    'crisis line',
    'orker ikke leve, jeg orker ikke leve lenger',
  ])('is shown where help is: “%s”', (search) => {
    expect(isUrgentSearch(search)).toBe(true);
  });

  it.each(['late cancellation fee', 'endings', 'therapist ended it', 'gave fra en klient', 'jeg vil dømme mindre'])(
    'is an ordinary one: “%s”',
    (search) => {
      expect(isUrgentSearch(search)).toBe(false);
    },
  );
});
