import { LRUCache } from 'lru-cache';
import { isUniqueViolation } from '#prisma/client.ts';
import { db, type Transaction } from '#app/platform/db.server.ts';
import { DomainError } from '#app/platform/errors.ts';
import { newId } from '#app/platform/ids.server.ts';
import type { Member } from '../../identity/viewer.ts';
import type { Refusal } from '../../threads/render-body.server.ts';
import { requireRight } from '../rights.ts';
import type { WordEffect } from './effects.ts';
import { WORD_RULE_LIMITS } from './limits.ts';
import { matcherFor, type Matcher, type WordRule } from './match-words.ts';
import { readRuleList, type ListFault } from './rule-list.ts';
import type { NewWordRule } from './schema.ts';

const KEY = 'rules';

/** For as long as another process may go on by the rules of before. */
const remembered = new LRUCache<typeof KEY, { match: Matcher }>({ max: 1, ttl: 10_000 });

/** What finds all rules in a text, made ready once. It asks nobody's leave: every text is held against the rules. */
export async function wordMatcher(): Promise<Matcher> {
  const known = remembered.get(KEY);
  if (known) return known.match;
  const match = matcherFor(await readRules());
  remembered.set(KEY, { match });
  return match;
}

/** All rules, by their pattern. @throws DomainError not-allowed. */
export async function listWordRules(member: Member): Promise<WordRule[]> {
  requireRight(member, 'seeWordRules');
  return readRules();
}

/** Which rules are about what of a text. @throws DomainError not-allowed. */
export async function tryWordRules(member: Member, text: string): Promise<{ rule: WordRule; words: string[] }[]> {
  requireRight(member, 'seeWordRules');
  const words = new Map<WordRule, Set<string>>();
  for (const { rule, start, end } of matcherFor(await readRules())(text)) {
    words.set(rule, (words.get(rule) ?? new Set()).add(text.slice(start, end)));
  }
  return [...words].map(([rule, found]) => ({ rule, words: [...found] }));
}

/** @throws DomainError not-allowed. */
export async function addWordRule(member: Member, rule: NewWordRule): Promise<{ kind: 'added' } | Refusal> {
  requireRight(member, 'editWordRules');
  if ((await db.wordRule.count()) >= WORD_RULE_LIMITS.rules) return tooMany('pattern');
  try {
    await db.wordRule.create({ data: { id: newId(), ...rule }, select: { id: true } });
  } catch (error) {
    if (isUniqueViolation(error)) return { kind: 'refused', field: 'pattern', fault: 'faults.patternTaken' };
    throw error;
  }
  remembered.clear();
  return { kind: 'added' };
}

/** @throws DomainError not-allowed, or conflict when it is not there any more. */
export async function changeWordRule(
  member: Member,
  { id, effect }: { id: string; effect: WordEffect },
): Promise<void> {
  requireRight(member, 'editWordRules');
  await expectOne(db.wordRule.updateMany({ where: { id }, data: { effect } }));
}

/** @throws DomainError not-allowed, or conflict when it is not there any more. */
export async function removeWordRule(member: Member, id: string): Promise<void> {
  requireRight(member, 'editWordRules');
  await expectOne(db.wordRule.deleteMany({ where: { id } }));
}

/**
 * Takes in a list as `listOfRules` writes it: rules that are there already get its effect and note, others stay as they are. All of it
 * or, with a fault in any line, nothing.
 *
 * @throws DomainError not-allowed.
 */
export async function importWordRules(
  member: Member,
  list: string,
): Promise<{ kind: 'imported'; count: number } | { kind: 'faulty'; faults: ListFault[] } | Refusal> {
  requireRight(member, 'editWordRules');
  const read = readRuleList(list);
  if (read.kind === 'faulty') return read;
  const { rules } = read;
  const isTaken = await db.$transaction(async (tx) => {
    const known = await tx.wordRule.findMany({ select: { pattern: true } });
    const all = new Set([...known, ...rules].map(({ pattern }) => pattern));
    if (all.size > WORD_RULE_LIMITS.rules) return false;
    for (const rule of rules) await putRule(tx, rule);
    return true;
  });
  if (!isTaken) return tooMany('list');
  remembered.clear();
  return { kind: 'imported', count: rules.length };
}

async function putRule(tx: Transaction, { pattern, effect, note }: NewWordRule): Promise<void> {
  await tx.wordRule.upsert({
    where: { pattern },
    create: { id: newId(), pattern, effect, note },
    update: { effect, note },
    select: { id: true },
  });
}

function readRules(): Promise<WordRule[]> {
  return db.wordRule.findMany({
    orderBy: { pattern: 'asc' },
    select: { id: true, pattern: true, effect: true, note: true },
  });
}

async function expectOne(change: Promise<{ count: number }>): Promise<void> {
  const { count } = await change;
  if (count === 0) throw new DomainError('conflict', 'This rule is not there any more');
  remembered.clear();
}

function tooMany(field: 'pattern' | 'list'): Refusal {
  return { kind: 'refused', field, fault: 'faults.rulesMany', values: { max: WORD_RULE_LIMITS.rules } };
}
