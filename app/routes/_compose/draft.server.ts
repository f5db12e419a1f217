import { redirect } from '@remix-run/node';
import type { KeptDraft } from '#app/components/compose/kept-draft.ts';
import type { Member } from '#app/domain/identity/viewer.ts';
import { dropDraft, getDraft, saveDraft } from '#app/domain/posts/drafts.server.ts';
import { LIMITS } from '#app/domain/threads/limits.ts';
import { DomainError } from '#app/platform/errors.ts';
import { fault, type Typed } from '#app/platform/forms/faults.ts';
import { refuseForm } from '#app/platform/forms/refuse-form.server.ts';

/** What belongs to one filled-in form and not to what was written in it. */
const NOT_KEPT: ReadonlySet<string> = new Set(['formKey', 'draft', 'confirmSwitch', 'intent']);

/** Twice what may be published: somebody who writes too long must not lose it. */
const LONGEST_FIELD = 2 * LIMITS.body;

/** The draft that the address of a composer names (`?draft=`), if it is one of this place. */
export async function draftIn(request: Request, member: Member, threadId: string | null): Promise<KeptDraft | null> {
  const number = readNumber(new URL(request.url).searchParams.get('draft') ?? '');
  if (number === null) return null;
  try {
    const draft = await getDraft(member, number);
    return draft.threadId === threadId ? { number, typed: draft.typed } : null;
  } catch (error) {
    if (error instanceof DomainError && error.code === 'not-found') return null;
    throw error;
  }
}

/** What the button "Save as draft" of a composer brings: everything kept as it is, whether it could be published or not. */
export async function draftAnswer(member: Member, { threadId, typed }: { threadId: string | null; typed: Typed }) {
  const kept = Object.fromEntries(Object.entries(typed).filter(([name, text]) => text !== '' && !NOT_KEPT.has(name)));
  const tooLong = Object.keys(kept).find((name) => (kept[name]?.length ?? 0) > LONGEST_FIELD);
  if (tooLong !== undefined) return refuseForm(typed, { [tooLong]: fault('faults.tooLong', { max: LONGEST_FIELD }) });
  await saveDraft(member, { threadId, typed: kept, number: readNumber(typed['draft'] ?? '') });
  return redirect('/me/drafts?saved', 303);
}

/** Once it is published, a text is a draft no more. */
export async function doneWith(member: Member, draft: number | null): Promise<void> {
  if (draft !== null) await dropDraft(member, draft);
}

function readNumber(text: string): number | null {
  return /^\d{1,2}$/.test(text) ? Number(text) : null;
}
