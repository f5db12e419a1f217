import type { Transaction } from '#app/platform/db.server.ts';
import { isUnderReview } from '../../authorship/sanctions-on-me.server.ts';
import type { Member } from '../../identity/viewer.ts';
import { getSettings } from '../../settings/settings.server.ts';
import type { Refusal } from '../../threads/render-body.server.ts';
import type { Admission } from '../../threads/screening.ts';
import { openPostItem } from '../queue/post-item.server.ts';
import { speaksOfDanger } from '../urgent/speaks-of-danger.ts';
import { masked, type Matcher, type RuleMatch } from '../word-rules/match-words.ts';
import { wordMatcher } from '../word-rules/word-rules.server.ts';
import type { HoldReason } from './hold-reasons.ts';
import { countLinks, isNewWriter } from './newcomer.server.ts';

/** What is written, wherever the rules look: the fields by their names, with the text that was written in Markdown as `body`. */
export type Fields = Readonly<Record<string, string | null>> & { body: string };

/** A text as it is held against the rules. */
export type Screened = {
  /** As they were typed, already masked. */
  fields: Fields;
  rendered: { html: string; text: string };
  /** Where, and as whom. */
  writing: { threadId: string | null; as: 'anonymous' | 'pen-name' };
  /** The writer was shown the words that are pointed out, and means them. */
  isConfirmed: boolean;
};

/** What the rules say of a text. One that speaks of danger is never kept back: it has no reasons. */
export type Verdict = { kind: 'judged'; isDanger: boolean; reasons: HoldReason[]; ruleIds: string[] };

/** Present danger, which stands on top of the queue. */
const DANGER = 3;
/** Words pointed out at once. */
const WORDS_NAMED = 3;

/** The fields with the letters of masked words as dots. */
export async function maskFields<Input extends Fields>(input: Input): Promise<Input> {
  const match = await wordMatcher();
  const entries = Object.entries(input).map(([name, value]) => [
    name,
    typeof value === 'string' ? maskIn(match, value) : value,
  ]);
  return Object.fromEntries(entries) as Input;
}

function maskIn(match: Matcher, text: string): string {
  return masked(
    text,
    match(text).filter(({ rule }) => rule.effect === 'mask'),
  );
}

/**
 * Holds a text against all rules. Everybody is treated alike, staff too: whether a post was held would otherwise tell who wrote it.
 *
 * @returns a refusal where words are pointed out to the writer who has not seen that yet.
 */
export async function judge(member: Member, screened: Screened): Promise<Verdict | Refusal> {
  const { fields, rendered, writing, isConfirmed } = screened;
  const texts = Object.values(fields).filter((text) => text !== null);
  if (speaksOfDanger(texts.join('\n\n'))) return { kind: 'judged', isDanger: true, reasons: [], ruleIds: [] };
  const match = await wordMatcher();
  // Rendered too: markup between the letters hides no word.
  const found = [...texts, rendered.text].flatMap((text) => match(text).map((place) => ({ ...place, text })));
  const warned = found.filter(({ rule }) => rule.effect === 'warn');
  if (warned.length > 0 && !isConfirmed) return warning(warned);
  const holding = found.filter(({ rule }) => rule.effect !== 'warn').map(({ rule }) => rule.id);
  const { holdNewcomers, newcomerLinks } = await getSettings();
  const hasManyLinks = countLinks(rendered.html) > newcomerLinks;
  const [isReviewed, isNew] = await Promise.all([
    isUnderReview(member, writing),
    (holdNewcomers || hasManyLinks) && isNewWriter(member),
  ]);
  const reasons: [HoldReason, boolean][] = [
    ['review', isReviewed],
    ['wordRule', holding.length > 0],
    ['newcomer', isNew && holdNewcomers],
    ['links', isNew && hasManyLinks],
  ];
  return {
    kind: 'judged',
    isDanger: false,
    reasons: reasons.flatMap(([reason, applies]) => (applies ? [reason] : [])),
    ruleIds: [...new Set(holding)],
  };
}

function warning(found: readonly (RuleMatch & { text: string })[]): Refusal {
  const words = new Set(found.map(({ text, start, end }) => text.slice(start, end)));
  const word = [...words].slice(0, WORDS_NAMED).join(', ');
  return { kind: 'refused', field: 'despiteWarning', fault: 'faults.wordWarning', values: { word } };
}

/** What a verdict comes to for a new post. */
export function admission({ isDanger, reasons, ruleIds }: Verdict): Admission {
  if (isDanger) return { kind: 'admitted', state: 'published', after: openDanger };
  if (reasons.length === 0) return { kind: 'admitted', state: 'published', after: null };
  return {
    kind: 'admitted',
    state: 'held',
    async after(tx, postId) {
      await tx.hold.create({ data: { postId, reasons, ruleIds }, select: { postId: true } });
      await openPostItem(tx, { kind: 'held', postId, risk: riskOf(reasons) });
    },
  };
}

/** Puts a post before the moderators, on top of what waits. */
export function openDanger(tx: Transaction, postId: string): Promise<void> {
  return openPostItem(tx, { kind: 'risk', postId, risk: DANGER });
}

/** What somebody looks for is more pressing than what is only new. */
export function riskOf(reasons: readonly HoldReason[]): number {
  return reasons.includes('wordRule') || reasons.includes('review') ? 1 : 0;
}
