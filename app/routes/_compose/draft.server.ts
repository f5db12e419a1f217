import { redirect } from '@remix-run/node';
import type { KeptDraft } from '#app/components/compose/kept-draft.ts';
import type { OfferedDraft } from '#app/components/drafts/draft-offer.tsx';
import type { Member } from '#app/domain/identity/viewer.ts';
import {
  dropDraftOf,
  getDraft,
  listDrafts,
  saveDraft,
  type Draft,
  type DraftedForm,
} from '#app/domain/posts/drafts.server.ts';
import { isPublished } from '#app/domain/posts/is-published.server.ts';
import { REVISED_FIELDS } from '#app/domain/posts/views.ts';
import { findMergedInto } from '#app/domain/threads/merged-threads.server.ts';
import { LIMITS } from '#app/domain/threads/limits.ts';
import { isLanguage, type Language } from '#app/i18n/languages.ts';
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
export const LONGEST_FIELD = 2 * LIMITS.body;

/** The draft that the address of a composer names (`?draft=`), if it is one of this place. */
export async function draftIn(request: Request, member: Member, threadId: string | null): Promise<KeptDraft | null> {
  const number = readNumber(new URL(request.url).searchParams.get('draft') ?? '');
  if (number === null) return null;
  try {
    const draft = await getDraft(member, number);
    return (await isForThread(draft.threadId, threadId)) ? keptDraft(draft) : null;
  } catch (error) {
    if (error instanceof DomainError && error.code === 'not-found') return null;
    throw error;
  }
}

/** The threads that the member has begun, the latest first, as the form for another one offers them. */
export async function draftsOfThreads(member: Member, language: Language): Promise<OfferedDraft[]> {
  const drafts = (await listDrafts(member)).filter(({ threadId }) => threadId === null);
  return drafts.map(({ number, typed, savedAt }) => {
    const writtenIn = isLanguage(typed['language']) ? typed['language'] : language;
    return { number, title: typed['title'] ?? '', language: writtenIn, savedAt };
  });
}

/** What the member has begun to write under a thread, the latest of it. */
export async function draftUnder(member: Member, threadId: string): Promise<KeptDraft | null> {
  const draft = (await listDrafts(member)).find((one) => one.threadId === threadId);
  return draft ? keptDraft(draft) : null;
}

const keptDraft = ({ number, typed, formKey }: Draft): KeptDraft => ({ number, typed, formKey });

/** One that was begun in a thread that was merged into this one since is of this place too. */
async function isForThread(begunIn: string | null, threadId: string | null): Promise<boolean> {
  if (begunIn === threadId) return true;
  return begunIn !== null && threadId !== null && (await findMergedInto(begunIn)) === threadId;
}

/** Keeps what was typed into a form, and gives the number of the draft. */
export function keepAsDraft(
  member: Member,
  { threadId, typed }: { threadId: string | null; typed: Typed },
): Promise<number> {
  return saveDraft(member, { threadId, typed: keptOf(typed), ...formOf(typed) });
}

/**
 * What a composer sends by itself while one writes. Null where nothing is kept: there are no words (any more), or they are published.
 */
export async function keepAsTyped(
  member: Member,
  { threadId, typed }: { threadId: string | null; typed: Typed & { formKey: string } },
): Promise<number | null> {
  const hasWords = REVISED_FIELDS.some((name) => (typed[name] ?? '').trim() !== '');
  const number = hasWords ? await keepAsDraft(member, { threadId, typed }) : null;
  // Asked after it was kept, as who publishes throws away after publishing: whichever comes first, nothing stays behind.
  if (hasWords && !(await isPublished(typed.formKey, threadId))) return number;
  await dropDraftOf(member, formOf(typed));
  return null;
}

/** What the button "Save as draft" of a composer brings: everything kept as it is, whether it could be published or not. */
export async function draftAnswer(member: Member, { threadId, typed }: { threadId: string | null; typed: Typed }) {
  const kept = keptOf(typed);
  const tooLong = Object.keys(kept).find((name) => (kept[name]?.length ?? 0) > LONGEST_FIELD);
  if (tooLong !== undefined) return refuseForm(typed, { [tooLong]: fault('faults.tooLong', { max: LONGEST_FIELD }) });
  await keepAsDraft(member, { threadId, typed });
  return redirect('/me/drafts?saved', 303);
}

function keptOf(typed: Typed): Record<string, string> {
  return Object.fromEntries(Object.entries(typed).filter(([name, text]) => text !== '' && !NOT_KEPT.has(name)));
}

/** Which form was filled in, and the number of the draft that it was opened with. */
function formOf(typed: Typed): DraftedForm {
  return { number: readNumber(typed['draft'] ?? ''), formKey: typed['formKey'] ?? null };
}

/** Once it is published, a text is a draft no more. */
export async function doneWith(
  member: Member,
  { draft, formKey }: { draft: number | null; formKey: string },
): Promise<void> {
  await dropDraftOf(member, { number: draft, formKey });
}

function readNumber(text: string): number | null {
  return /^\d{1,2}$/.test(text) ? Number(text) : null;
}
