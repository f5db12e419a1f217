import { createHash } from 'node:crypto';
import type { Language } from '#app/i18n/languages.ts';
import { db } from '#app/platform/db.server.ts';
import { DomainError } from '#app/platform/errors.ts';
import type { Member, Staff } from '../../identity/viewer.ts';
import { REVISED_FIELDS, type RevisedField } from '../../posts/views.ts';
import { namesPassage } from '../../privacy/erase-passage/addresses.ts';
import { erasePassage } from '../../privacy/erase-passage/erase-passage.server.ts';
import {
  findPassageInThread,
  hasAny,
  type FoundPassage,
  type FoundPost,
} from '../../privacy/erase-passage/find-passage.server.ts';
import { findPassage, inAnyCapitals, passageOf } from '../../privacy/erase-passage/passage.ts';
import { recordAction } from '../record-action.server.ts';
import { RIGHTS, requireRight } from '../rights.ts';
import { REASONS, REDACTED_REASON } from './kinds.ts';
import { lookView, type LookView } from './look-view.server.ts';
import type { RedactInput } from './schema.ts';

export type PostToRedact = {
  id: string;
  number: number;
  /** As it was typed: what to copy the passage from. */
  texts: { field: RevisedField; text: string }[];
  /** Of the newest post in the thread. */
  lastNumber: number;
  name: string;
  /** Of the texts. */
  language: Language;
  thread: { id: string; slug: string; title: string; language: Language };
};

export type RedactResult =
  | { kind: 'refused'; field: string; fault: string }
  /** Nothing is done yet: this is what would be. `isStale`: it is no longer what the moderator saw. */
  | { kind: 'looked'; look: LookView; isStale: boolean }
  | { kind: 'redacted' };

/** A post as the form for redacting it begins. @throws DomainError not-allowed, not-found or, for an erased one, conflict. */
export async function getPostToRedact(member: Member, { id }: { id: string }): Promise<PostToRedact> {
  requireRight(member, 'redactPost');
  const post = await findPost(id);
  const { thread, number, body, language, author, persona } = post;
  const { slug, title, lastNumber } = thread;
  const now: Partial<Record<RevisedField, string | null>> = number === 1 ? { ...thread, body } : { body };
  return {
    id,
    number,
    texts: REVISED_FIELDS.flatMap((field) => (now[field] ? [{ field, text: now[field] }] : [])),
    lastNumber,
    name: persona?.alias ?? author?.penName ?? '',
    language,
    thread: { id: thread.id, slug, title, language: thread.language },
  };
}

/** Says where the passage stands and what would be left, and does nothing. @throws as `getPostToRedact`. */
export async function lookForPassage(
  member: Member,
  { id, input }: { id: string; input: RedactInput },
): Promise<RedactResult> {
  requireRight(member, 'redactPost');
  const asked = await ask(id, input);
  return 'kind' in asked ? asked : { kind: 'looked', look: lookOf(asked, input), isStale: false };
}

/**
 * Takes the passage out for good: out of the post and the other posts that were ticked, everywhere it is kept. Only what the
 * moderator has seen is done; where something has changed since, they are shown it as it is now.
 *
 * @throws DomainError as `getPostToRedact`, and conflict when something changes in that very moment.
 */
export async function redactPost(
  member: Member,
  { id, input }: { id: string; input: RedactInput },
): Promise<RedactResult> {
  const staff = requireRight(member, 'redactPost');
  const asked = await ask(id, input);
  if ('kind' in asked) return asked;
  const { found, target } = asked;
  if (input.lookedFor !== digestOf(input) || input.seen !== seenOf(found)) {
    // A passage that was typed anew is simply looked for.
    return { kind: 'looked', look: lookOf(asked, input), isStale: input.lookedFor === digestOf(input) };
  }
  const others = found.posts.filter((post) => post !== target && input.also.includes(post.number));
  const across = others.find((post) => !post.body.ok);
  if (across) return { kind: 'refused', field: 'passage', fault: 'faults.redactAcross' };
  await carryOut(staff, {
    found,
    posts: [target, ...others],
    reason: input.reason ?? REASONS[input.kind][target.language],
    logReasons: asked.logReasons,
  });
  return { kind: 'redacted' };
}

async function carryOut(
  staff: Staff,
  { found, posts, reason, logReasons }: Omit<Asked, 'target'> & { posts: FoundPost[]; reason: string },
): Promise<void> {
  await db.$transaction(async (tx) => {
    await tx.moderationAction.updateMany({ where: { id: { in: logReasons } }, data: { reason: REDACTED_REASON } });
    const erased = await erasePassage(tx, { found, posts, moderatorId: staff.accountId, reason });
    for (const { postId, version } of erased) {
      await recordAction(tx, staff, { kind: 'redact', reason, threadId: found.thread.id, postId, version });
    }
  });
}

/** `logReasons`: ids of the decisions on this thread whose reasons have the words. */
type Asked = { found: FoundPassage; target: FoundPost; logReasons: string[] };

/** The passage as it was found, or what of the form has to be mended. */
async function ask(id: string, input: RedactInput): Promise<Asked | (RedactResult & { kind: 'refused' })> {
  const { thread, number } = await findPost(id);
  const { otherCapitals, insideWords, kind, reason } = input;
  const passage = passageOf(input.passage, { otherCapitals, insideWords });
  const loosely = inAnyCapitals(passage);
  const says = (text: string): boolean => findPassage(loosely, text).length > 0 || namesPassage(loosely, text);
  if (reason !== null && says(reason)) return refused('reason', 'faults.reasonHasPassage');
  const found = await findPassageInThread(thread.id, { passage, kind });
  const target = found?.posts.find((post) => post.number === number);
  if (!found || !target) return refused('passage', 'faults.passageNotFound');
  if (!target.body.ok) {
    return refused('passage', target.body.fault === 'too-long' ? 'faults.redactTooLong' : 'faults.redactAcross');
  }
  if (![target.cuts, ...target.versions.map(({ cuts }) => cuts)].some(hasAny)) {
    return refused('passage', 'faults.redactAcross');
  }
  const actions = await db.moderationAction.findMany({
    where: { threadId: thread.id },
    select: { id: true, reason: true },
  });
  return { found, target, logReasons: actions.filter((action) => says(action.reason)).map((action) => action.id) };
}

function lookOf({ found, target, logReasons }: Asked, input: RedactInput): LookView {
  const marks = { lookedFor: digestOf(input), seen: seenOf(found) };
  return lookView(found, target, { ...marks, before: input.seen, also: input.also, logReasons: logReasons.length });
}

const refused = (field: string, fault: string) => ({ kind: 'refused', field, fault }) as const;

/** What was looked for, without its words. */
function digestOf({ passage, kind, otherCapitals, insideWords }: RedactInput): string {
  return createHash('sha256')
    .update(JSON.stringify([passage.trim(), kind, otherCapitals, insideWords]))
    .digest('base64url');
}

/** What was found: the numbers of the posts, and the versions they were in. */
function seenOf({ posts }: FoundPassage): string {
  return posts.map(({ number, version }) => `${number}.${version}`).join(',');
}

async function findPost(id: string) {
  const post = await db.post.findUnique({
    where: { id },
    select: {
      number: true,
      state: true,
      body: true,
      language: true,
      author: { select: { penName: true } },
      persona: { select: { alias: true } },
      thread: {
        select: {
          id: true,
          slug: true,
          lastNumber: true,
          title: true,
          language: true,
          contentWarning: true,
          situation: true,
          whatIHaveTried: true,
          question: true,
        },
      },
    },
  });
  if (!post) throw new DomainError('not-found', 'No such post');
  const states: readonly string[] = RIGHTS.redactPost.needs.post;
  if (!states.includes(post.state)) throw new DomainError('conflict', 'Its writer has taken this post back');
  return post;
}
