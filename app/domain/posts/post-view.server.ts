import type { Prisma } from '#prisma/client.ts';
import { authorName, authorSelect } from '../authorship/authors-name.ts';
import { commonVerifications, type CommonVerifications } from '../authorship/verification.server.ts';
import { preferencesOf } from '../identity/preferences/preferences.server.ts';
import { isStaff, type Viewer } from '../identity/viewer.ts';
import type { ThreadId } from '../threads/views.ts';
import { CHAIRS } from '../topics/perspectives.ts';
import type { PostId, PostView, QuoteView } from './views.ts';
import { AUTHORS_EDIT, isMine, mayRead } from './visibility.server.ts';

/** Characters of a quoted post that stand above its answer. */
export const EXCERPT = 240;

/** Select constant: what a post's view is made of. `authorId` and `personaId` go no further than `postView`. */
export const postSelect = {
  id: true,
  threadId: true,
  number: true,
  authorId: true,
  personaId: true,
  ...authorSelect,
  perspective: true,
  language: true,
  state: true,
  stateReason: true,
  html: true,
  text: true,
  version: true,
  editedBy: true,
  editedAt: true,
  editReason: true,
  createdAt: true,
  endorsed: { where: { count: { gt: 0 } }, select: { chair: true, count: true } },
  quoteOf: {
    select: {
      id: true,
      threadId: true,
      number: true,
      language: true,
      state: true,
      text: true,
      authorId: true,
      personaId: true,
      ...authorSelect,
      thread: { select: { state: true, topic: { select: { staffOnly: true } } } },
    },
  },
} as const satisfies Prisma.PostSelect;

export type PostRow = Prisma.PostGetPayload<{ select: typeof postSelect }>;
export type OpeningAuthor = { authorId: string | null; personaId: string | null } | null;

/** Who reads: with what they can recognise as their own, and what personas may show. */
export type Reader = {
  viewer: Viewer;
  myPersonaIds: readonly string[];
  common: CommonVerifications;
  /** Ids of accounts. */
  muted: readonly string[];
};

export async function readerOf(viewer: Viewer, myPersonaIds: readonly string[]): Promise<Reader> {
  const [common, preferences] = await Promise.all([commonVerifications(), preferencesOf(viewer)]);
  return { viewer, myPersonaIds, common, muted: preferences?.mutedMembers ?? [] };
}

/** A row as this reader may see it: without a trace of whose it is, and without its text where that is kept from them. */
export function postView(reader: Reader, opening: OpeningAuthor, row: PostRow): PostView {
  const { viewer, myPersonaIds } = reader;
  const readable = mayRead(viewer, myPersonaIds, row);
  const mine = isMine(viewer, myPersonaIds, row);
  return {
    id: row.id as PostId,
    threadId: row.threadId as ThreadId,
    number: row.number,
    author: authorName(row, reader.common),
    perspective: row.perspective,
    language: row.language,
    byStarter: opening !== null && row.authorId === opening.authorId && row.personaId === opening.personaId,
    isMine: mine,
    isMuted: row.authorId !== null && reader.muted.includes(row.authorId),
    canEdit: mine ? AUTHORS_EDIT.includes(row.state) : isStaff(viewer) && row.state !== 'erased',
    canModerate: isStaff(viewer) && row.state !== 'erased',
    canFlag: viewer.kind === 'member' && !mine && row.state === 'published',
    canEndorse: viewer.kind === 'member' && !mine && row.state === 'published',
    endorsed: row.state === 'published' ? inOrder(row.endorsed) : [],
    state: row.state,
    stateReason: row.stateReason,
    html: readable ? row.html : '',
    text: readable ? row.text : '',
    version: row.version,
    edited:
      readable && row.editedBy && row.editedAt ? { by: row.editedBy, at: row.editedAt, reason: row.editReason } : null,
    quoteOf: row.quoteOf && readable ? quoteView(reader, row.quoteOf, row.threadId) : null,
    createdAt: row.createdAt,
  };
}

/** Whatever order the database gives: one that tells of nothing. */
function inOrder(endorsed: PostRow['endorsed']): PostView['endorsed'] {
  return CHAIRS.flatMap((chair) => endorsed.filter((row) => row.chair === chair));
}

function quoteView(reader: Reader, quoted: Quoted, threadId: string): QuoteView {
  return {
    id: quoted.id as PostId,
    threadId: quoted.threadId as ThreadId,
    number: quoted.number,
    author: authorName(quoted, reader.common),
    excerpt: mayReadQuoted(reader, quoted, threadId) ? excerptOf(quoted.text, EXCERPT) : '',
    language: quoted.language,
  };
}

type Quoted = NonNullable<PostRow['quoteOf']>;

/** Since threads are split, what is quoted may stand in another one, which this reader may not see. */
function mayReadQuoted({ viewer, myPersonaIds }: Reader, quoted: Quoted, threadId: string): boolean {
  const { state, topic } = quoted.thread;
  const isThreadOpen = quoted.threadId === threadId || isStaff(viewer) || (state === 'published' && !topic.staffOnly);
  return isThreadOpen && mayRead(viewer, myPersonaIds, quoted);
}

/** The beginning of a text on one line, cut at the end of a word. */
export function excerptOf(text: string, longest: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= longest) return line;
  const cut = line.slice(0, longest + 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), longest / 2)).trimEnd()} …`;
}
