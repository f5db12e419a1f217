import type { Language } from '#app/i18n/languages.ts';
import type { Transaction } from '#app/platform/db.server.ts';
import { markerOf } from '#app/platform/markdown/markers.ts';
import { namesPassage } from './addresses.ts';
import { cutPassage } from './cut-passage.ts';
import type { FoundPassage } from './find-passage.server.ts';
import { inAnyCapitals } from './passage.ts';

/** Which words to take out of what was said about which posts. */
export type NotesErasure = {
  found: Pick<FoundPassage, 'passage' | 'kind'> & { thread: Pick<FoundPassage['thread'], 'id' | 'lockReason'> };
  posts: readonly { id: string; language: Language }[];
};

/**
 * Takes a passage out of what was said about the posts: flags' notes, moderators' notes, reasons that the writer or readers are
 * shown, requests for a second look, and requests from outside that name the thread. In any capitals: notes are typed in haste.
 */
export async function eraseFromNotes(tx: Transaction, { found, posts }: NotesErasure): Promise<void> {
  const passage = inAnyCapitals(found.passage);
  const language = posts[0]?.language ?? 'en';
  const cut = (text: string): string => cutPassage(text, passage, markerOf(found.kind, language)).text;
  const postId = { in: posts.map(({ id }) => id) };
  const { id: threadId, lockReason } = found.thread;

  const flags = await tx.flag.findMany({ where: { postId, note: { not: null } }, select: { id: true, note: true } });
  for (const { id, note } of flags) {
    const data = { note: cut(note ?? '') };
    if (data.note !== note) await tx.flag.update({ where: { id }, data, select: { id: true } });
  }

  const requests = await tx.aboutMeRequest.findMany({
    where: { OR: [threadId, ...postId.in].map((id) => ({ path: { contains: id } })) },
    select: { id: true, path: true, text: true },
  });
  for (const { id, path, text } of requests) {
    // The title stands in an address for people's eyes: the thread is found without it.
    const data = { text: cut(text), path: namesPassage(passage, path) ? `/threads/${threadId}` : path };
    await tx.aboutMeRequest.update({ where: { id }, data, select: { id: true } });
  }

  const about = {
    OR: [{ postId }, { appeal: { action: { postId } } }, { requestId: { in: requests.map(({ id }) => id) } }],
  };
  const notes = await tx.queueNote.findMany({ where: { item: about }, select: { id: true, text: true } });
  for (const { id, text } of notes) {
    if (cut(text) !== text)
      await tx.queueNote.update({ where: { id }, data: { text: cut(text) }, select: { id: true } });
  }

  const sanctions = await tx.sanction.findMany({ where: { action: { postId } }, select: { id: true, reason: true } });
  for (const { id, reason } of sanctions) {
    if (cut(reason) !== reason)
      await tx.sanction.update({ where: { id }, data: { reason: cut(reason) }, select: { id: true } });
  }

  const appeals = await tx.appeal.findMany({
    where: { action: { postId } },
    select: { id: true, text: true, answer: true },
  });
  for (const { id, text, answer } of appeals) {
    const data = { text: cut(text), answer: answer === null ? null : cut(answer) };
    await tx.appeal.update({ where: { id }, data, select: { id: true } });
  }

  if (lockReason !== null && cut(lockReason) !== lockReason) {
    await tx.thread.update({ where: { id: threadId }, data: { lockReason: cut(lockReason) }, select: { id: true } });
  }
}
