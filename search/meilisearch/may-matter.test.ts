import { describe, expect, it } from 'vitest';
import { parseQuery } from '../parse-query.ts';
import { mayMatterTo } from './may-matter.ts';
import { planFor } from './rank.ts';
import { read, type FoundDocument } from './reading.ts';

const BODY = `Sessions, session, sesions; the tried trying tries try adding ad ADS hopping hoped hope. Confidentiality and
confidentialty, konfidensialitet. Pasientene, pasient; ærlighet ærlig. A gift, gifts, gfit, lift. I've been in it, I’d say, is it? O'Neil, client’s. Therapist's
therapists thrapist therpaist retherapist psychotherapy. boundary boundaries bondaries 12 12th a an i in`;

function document(body: string): FoundDocument {
  const empty = { id: 'a', threadId: 'a', title: body, topicLabels: [], opening: 0 } as const;
  return { ...empty, body, language: 'en', createdDay: 1, replyCountBucket: 0 };
}

describe('what is passed over', () => {
  it.each([
    'session ',
    'the try ',
    'adding hope ',
    'confidentiality ',
    'pasienten ærlig ',
    'gift ',
    'i ',
    'ive ',
    'client oneil ',
    'i',
    'th',
    'therap',
    'thera',
    'confidentialit',
    'boundary therapists ',
    '12',
  ])('stands for nothing that %j asks', (text) => {
    const parsed = parseQuery(text);
    const documents = [document(BODY), document('nothing of the kind'), document('neither')];
    const formsBy = (mayMatter: Parameters<typeof read>[1]) =>
      planFor(parsed, [], read(documents, mayMatter), () => 1).slots.map(({ forms }) => forms);
    expect(formsBy(mayMatterTo(parsed.terms))).toEqual(formsBy(() => true));
  });
});

it('most words are passed over', () => {
  const { words } = read([document(BODY)], mayMatterTo(parseQuery('my gift ').terms));
  expect(words).toContain('gift');
  expect(words).not.toContain('sessions');
});
