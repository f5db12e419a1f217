import { afterEach, describe, expect, it } from 'vitest';
import { makeMember } from '#prisma/factories/member.ts';
import { WORD_RULE_LIMITS } from './limits.ts';
import {
  addWordRule,
  changeWordRule,
  importWordRules,
  listWordRules,
  removeWordRule,
  tryWordRules,
  wordMatcher,
} from './word-rules.server.ts';

const root = await makeMember({ role: 'administrator' });
const moderator = await makeMember({ role: 'moderator' });
const found = async (text: string) => (await wordMatcher())(text).map(({ rule: { pattern } }) => pattern);
const patterns = async () => (await listWordRules(root)).map(({ pattern, effect }) => `${pattern} ${effect}`);

afterEach(async () => {
  for (const { id } of await listWordRules(root)) await removeWordRule(root, id);
});

describe('word rules', () => {
  it('hold for the next text once they are added, changed or removed', async () => {
    expect(await found('a quack')).toEqual([]);
    expect(await addWordRule(root, { pattern: 'quack', effect: 'warn', note: null })).toEqual({ kind: 'added' });
    expect(await found('a quack')).toEqual(['quack']);
    const again = await addWordRule(root, { pattern: 'quack', effect: 'hold', note: null });
    expect(again).toMatchObject({ kind: 'refused', fault: 'faults.patternTaken' });
    const [{ id } = { id: '' }] = await listWordRules(root);
    await changeWordRule(root, { id, effect: 'mask' });
    expect(await patterns()).toEqual(['quack mask']);
    await removeWordRule(root, id);
    expect(await found('a quack')).toEqual([]);
    await expect(removeWordRule(root, id)).rejects.toMatchObject({ code: 'conflict' });
  });

  it('are seen and tried by moderators, and changed by administrators alone', async () => {
    await addWordRule(root, { pattern: 'quack*', effect: 'warn', note: 'Say healer' });
    expect(await tryWordRules(moderator, 'Quacks and quackery, Quacks')).toMatchObject([
      { rule: { pattern: 'quack*' }, words: ['Quacks', 'quackery'] },
    ]);
    const member = await makeMember();
    await expect(listWordRules(member)).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(tryWordRules(member, 'x')).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(importWordRules(moderator, 'quack')).rejects.toMatchObject({ code: 'not-allowed' });
  });

  it('come in by a list that changes those it names and leaves others, or not at all', async () => {
    await importWordRules(root, 'quack,warn\nfool,hold');
    expect(await importWordRules(root, 'quack,mask,now masked\nbuy now,hold')).toEqual({ kind: 'imported', count: 2 });
    expect(await patterns()).toEqual(['buy now hold', 'fool hold', 'quack mask']);
    expect(await importWordRules(root, 'another,hold\n*,hold')).toMatchObject({
      kind: 'faulty',
      faults: [{ line: 2 }],
    });
    expect(await patterns()).toHaveLength(3);
  });

  it('are bounded in number, however they come', async () => {
    const list = (count: number) => Array.from({ length: count }, (_, at) => `word${String(at)}`).join('\n');
    expect(await importWordRules(root, list(WORD_RULE_LIMITS.rules + 1))).toMatchObject({ fault: 'faults.rulesMany' });
    expect(await patterns()).toEqual([]);
    expect(await importWordRules(root, list(WORD_RULE_LIMITS.rules))).toMatchObject({ kind: 'imported' });
    const one = await addWordRule(root, { pattern: 'one more', effect: 'hold', note: null });
    expect(one).toMatchObject({ field: 'pattern', fault: 'faults.rulesMany', values: { max: WORD_RULE_LIMITS.rules } });
    expect(await found(`x ${'word1 word499 '.repeat(1_000)}`)).toContain('word499');
  });
});
