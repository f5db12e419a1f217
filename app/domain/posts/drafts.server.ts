import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { isUniqueViolation } from '#prisma/client.ts';
import { now } from '#app/platform/clock.server.ts';
import { db } from '#app/platform/db.server.ts';
import { DomainError } from '#app/platform/errors.ts';
import type { Tag } from '../identity/member-secret.server.ts';
import type { Member } from '../identity/viewer.ts';

/** More than these a member cannot keep: the oldest must be published or thrown away first. */
export const MOST_DRAFTS = 50;

const draftSchema = z.object({
  /** The thread that it replies in; null for a thread still to be started. */
  threadId: z.string().nullable(),
  /** What was typed into the form, by field. */
  typed: z.record(z.string(), z.string()),
  /** The key of the form that it was typed into: whoever takes it up goes on in the same form. */
  formKey: z.string().nullable().default(null),
  savedAt: z.coerce.date(),
});

/** A text not yet published, as only its writer can read it. `number` is theirs alone: others' drafts have the same numbers. */
export type Draft = z.output<typeof draftSchema> & { number: number };

export type DraftInput = Pick<Draft, 'threadId' | 'typed'> & { formKey?: string | null };

/**
 * Keeps a draft: in the place of the one from the same form, or of the one with this `number` if no other form has taken that since.
 * All of it is encrypted under the member's secret and found by a tag: nothing stored says whose it is, or in which thread.
 *
 * @throws DomainError conflict when there are too many.
 */
export async function saveDraft(
  member: Member,
  { number, ...draft }: DraftInput & { number: number | null },
): Promise<number> {
  for (;;) {
    const kept = await listDrafts(member);
    const before = kept.find((one) => isOf(one, { number, formKey: draft.formKey ?? null }));
    if (before && (await rewrite(member, before.number, draft))) return before.number;
    const taken = new Set(kept.map((one) => one.number));
    const free = NUMBERS.find((candidate) => !taken.has(candidate));
    if (free === undefined) throw new DomainError('conflict', 'There are too many drafts');
    try {
      const data = { tag: member.memberSecret.tag('draft', free), ciphertext: seal(member, free, draft) };
      await db.draft.create({ data, select: { tag: true } });
      return free;
    } catch (error) {
      // Another tab took the number a moment ago.
      if (!isUniqueViolation(error)) throw error;
    }
  }
}

/** All of a member's drafts, the latest first. */
export async function listDrafts(member: Member): Promise<Draft[]> {
  const { tags, numberOfTag } = allTagsOf(member);
  // One value, whatever the number of tags: fifty of them take Prisma longer to write down than the database to look up.
  const rows = await db.$queryRaw<Row[]>`SELECT tag, ciphertext FROM drafts WHERE tag = ANY (${tags})`;
  const drafts = rows.flatMap(({ tag, ciphertext }) => {
    const draft = unseal(member, numberOfTag.get(hex(tag)) ?? 0, ciphertext);
    return draft ? [draft] : [];
  });
  return drafts.sort((a, b) => b.savedAt.getTime() - a.savedAt.getTime());
}

/** @throws DomainError not-found. */
export async function getDraft(member: Member, number: number): Promise<Draft> {
  const row = NUMBERS.includes(number) ? await db.draft.findFirst({ where: at(member, number) }) : null;
  const draft = row && unseal(member, number, row.ciphertext);
  if (!draft) throw new DomainError('not-found', 'No such draft');
  return draft;
}

/** Throws a draft away; nothing happens if it is not there. */
export async function dropDraft(member: Member, number: number): Promise<void> {
  if (NUMBERS.includes(number)) await db.draft.deleteMany({ where: at(member, number) });
}

/** Throws away what was kept of a form, which was opened with the draft of that number, or with none. */
export async function dropDraftOf(member: Member, form: DraftedForm): Promise<void> {
  const drafts = (await listDrafts(member)).filter((draft) => isOf(draft, form));
  await Promise.all(drafts.map(({ number }) => dropDraft(member, number)));
}

export async function dropAllDrafts(member: Member): Promise<void> {
  await db.draft.deleteMany({ where: { tag: { in: allTagsOf(member).tags } } });
}

/** `number`: of the draft that it was opened with. */
export type DraftedForm = { number: number | null; formKey: string | null };

/** The number alone says it only of a draft that was kept without a form. */
function isOf(draft: Draft, { number, formKey }: DraftedForm): boolean {
  if (draft.formKey !== null && formKey !== null) return draft.formKey === formKey;
  return draft.number === number;
}

const NUMBERS: readonly number[] = Array.from({ length: MOST_DRAFTS }, (_, index) => index);

const hex = (tag: Uint8Array): string => Buffer.from(tag).toString('hex');

type Row = { tag: Uint8Array; ciphertext: Uint8Array };
type AllTags = { tags: Tag[]; numberOfTag: ReadonlyMap<string, number> };

/** Per session, bounded and short-lived: every page of a thread and every reply would derive them anew. */
const tagsOfSessions = new LRUCache<string, AllTags>({ max: 500, ttl: 10 * 60_000 });

function allTagsOf(member: Member): AllTags {
  const known = tagsOfSessions.get(member.sessionKey);
  if (known) return known;
  const tagged = NUMBERS.flatMap((number) => member.memberSecret.tags('draft', number).map((tag) => ({ number, tag })));
  const all = {
    tags: tagged.map(({ tag }) => tag),
    numberOfTag: new Map(tagged.map(({ number, tag }) => [hex(tag), number])),
  };
  tagsOfSessions.set(member.sessionKey, all);
  return all;
}

function at({ memberSecret }: Member, number: number) {
  return { tag: { in: memberSecret.tags('draft', number) } };
}

async function rewrite(member: Member, number: number, draft: DraftInput): Promise<boolean> {
  const { count } = await db.draft.updateMany({
    where: at(member, number),
    data: { ciphertext: seal(member, number, draft) },
  });
  return count > 0;
}

function seal({ memberSecret }: Member, number: number, draft: DraftInput): Uint8Array<ArrayBuffer> {
  return memberSecret.sealJson('draft', String(number), { ...draft, savedAt: now() });
}

function unseal({ memberSecret }: Member, number: number, ciphertext: Uint8Array): Draft | null {
  const parsed = draftSchema.safeParse(memberSecret.openJson('draft', String(number), ciphertext));
  return parsed.success ? { number, ...parsed.data } : null;
}
