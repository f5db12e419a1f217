import { redirect } from '@remix-run/node';
import type { KeptDraft } from '#app/components/compose/kept-draft.ts';
import type { Member } from '#app/domain/identity/viewer.ts';
import { dropDraft, getDraft, saveDraft } from '#app/domain/posts/drafts.server.ts';
import { findMergedInto } from '#app/domain/threads/merged-threads.server.ts';
import { LIMITS } from '#app/domain/threads/limits.ts';
import { DomainError } from '#app/platform/errors.ts';
import { fault, type Typed } from '#app/platform/forms/faults.ts';
import { refuseForm } from '#app/platform/forms/refuse-form.server.ts';
import { LOOK_FIELDS } from './last-look.server.ts';

/** What belongs to one filled-in form and not to what was written in it. */
const NOT_KEPT: ReadonlySet<string> = new Set([
  ...['formKey', 'draft', 'confirmSwitch', 'despiteWarning', 'intent'],
  ...Object.keys(LOOK_FIELDS),
]);

/** Twice what may be published: somebody who writes too long must not lose it. */
const LONGEST_FIELD = 2 * LIMITS.body;

/** The draft that the address of a composer names (`?draft=`), if it is one of this place. */
export async function draftIn(request: Request, member: Member, threadId: string | null): Promise<KeptDraft | null> {
  const number = readNumber(new URL(request.url).searchParams.get('draft') ?? '');
  if (number === null) return null;
  try {
    const draft = await getDraft(member, number);
    return (await isForThread(draft.threadId, threadId)) ? { number, typed: draft.typed } : null;
  } catch (error) {
    if (error instanceof DomainError && error.code === 'not-found') return null;
    throw error;
  }
}

/** One that was begun in a thread that was merged into this one since is of this place too. */
async function isForThread(begunIn: string | null, threadId: string | null): Promise<boolean> {
  if (begunIn === threadId) return true;
  return begunIn !== null && threadId !== null && (await findMergedInto(begunIn)) === threadId;
}

/** Keeps a reply whose thread was merged away while it was written, and gives the number of the draft. */
export function keepAsDraft(member: Member, { threadId, typed }: { threadId: string; typed: Typed }): Promise<number> {
  return saveDraft(member, { threadId, typed: keptOf(typed), number: readNumber(typed['draft'] ?? '') });
}

/** What the button "Save as draft" of a composer brings: everything kept as it is, whether it could be published or not. */
export async function draftAnswer(member: Member, { threadId, typed }: { threadId: string | null; typed: Typed }) {
  const kept = keptOf(typed);
  const tooLong = Object.keys(kept).find((name) => (kept[name]?.length ?? 0) > LONGEST_FIELD);
  if (tooLong !== undefined) return refuseForm(typed, { [tooLong]: fault('faults.tooLong', { max: LONGEST_FIELD }) });
  await saveDraft(member, { threadId, typed: kept, number: readNumber(typed['draft'] ?? '') });
  return redirect('/me/drafts?saved', 303);
}

function keptOf(typed: Typed): Record<string, string> {
  return Object.fromEntries(Object.entries(typed).filter(([name, text]) => text !== '' && !NOT_KEPT.has(name)));
}

/** Once it is published, a text is a draft no more. */
export async function doneWith(member: Member, draft: number | null): Promise<void> {
  if (draft !== null) await dropDraft(member, draft);
}

function readNumber(text: string): number | null {
  return /^\d{1,2}$/.test(text) ? Number(text) : null;
}
