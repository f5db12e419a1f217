import { db } from '#app/platform/db.server.ts';
import { DomainError } from '#app/platform/errors.ts';
import { isStaff, type Viewer } from '../identity/viewer.ts';
import { myPersonaIdsAtPost } from './get-post.server.ts';
import { REVISED_FIELDS, type DiffPart, type RevisionView } from './views.ts';
import { isMine, visiblePosts } from './visibility.server.ts';
import { wordDiff } from './word-diff.ts';

type Revision = Awaited<ReturnType<typeof readRevisions>>[number];

/**
 * What happened to a post after it was written, newest first. Its author and staff see every difference. Others learn that there
 * was an edit, by whom and why; of what it changed they see only what a moderator left open, and the number of characters where
 * not. A difference shows words of its time: once a later edit is closed, so are those before it. Of a redaction everybody sees
 * the number alone: the words are nowhere. A guide is kept for everybody: what its author changed is open too.
 *
 * @throws DomainError not-found for a post the viewer may not read, or one whose edits left no mark.
 */
export async function listRevisions(viewer: Viewer, { id }: { id: string }): Promise<RevisionView[]> {
  const mine = await myPersonaIdsAtPost(viewer, id);
  const post = await db.post.findFirst({
    where: { AND: [{ id }, visiblePosts(viewer, mine)] },
    select: { authorId: true, personaId: true, editedBy: true, number: true, thread: { select: { kind: true } } },
  });
  const seesAll = post !== null && (isStaff(viewer) || isMine(viewer, mine, post));
  if (!post || (post.editedBy === null && !seesAll)) throw new DomainError('not-found', 'No such history');
  const [revisions, gone] = await Promise.all([readRevisions(id), charactersGone(id)]);
  const isGuide = post.number === 1 && post.thread.kind === 'guide';
  let open = true;
  return revisions.slice(0, -1).map((revision, index) => {
    open &&= revision.publicDiff || (isGuide && revision.by === 'author');
    const before = revisions[index + 1] ?? revision;
    const { version, by, reason, createdAt: at } = revision;
    // What a later redaction took away is gone from both versions, what this one took away from the one before alone.
    const erased = by === 'moderator' ? Math.max(0, gone(version - 1) - gone(version)) : 0;
    return { version, by, reason, at, changes: changesFor({ seesAll, isGuide, open }, before, revision), erased };
  });
}

/** How many characters redactions took out of each version, by the ledger of erasures, which has no word of them. */
async function charactersGone(postId: string): Promise<(version: number) => number> {
  const rows = await db.erasedText.findMany({
    where: { postId, spanStart: { not: null } },
    select: { version: true, spanStart: true, spanEnd: true },
  });
  return (wanted) =>
    rows
      .filter(({ version }) => version === wanted)
      .reduce((sum, { spanStart, spanEnd }) => sum + (spanEnd ?? 0) - (spanStart ?? 0), 0);
}

function readRevisions(postId: string) {
  return db.revision.findMany({
    where: { postId },
    orderBy: { version: 'desc' },
    select: {
      version: true,
      by: true,
      reason: true,
      publicDiff: true,
      createdAt: true,
      title: true,
      contentWarning: true,
      situation: true,
      body: true,
      whatIHaveTried: true,
      question: true,
    },
  });
}

function changesFor(
  { seesAll, isGuide, open }: { seesAll: boolean; isGuide: boolean; open: boolean },
  before: Revision,
  after: Revision,
): RevisionView['changes'] {
  if (!seesAll && !isGuide && after.by === 'author') return null;
  return REVISED_FIELDS.filter((field) => (before[field] ?? '') !== (after[field] ?? '')).map((field) => {
    const parts = wordDiff(before[field] ?? '', after[field] ?? '');
    return { field, parts: seesAll || open ? parts : masked(parts) };
  });
}

/** Only how much was taken away. */
function masked(parts: ReturnType<typeof wordDiff>): DiffPart[] {
  const characters = parts.reduce((sum, part) => sum + (part.kind === 'removed' ? part.text.length : 0), 0);
  return [{ kind: 'masked', characters }];
}
