import type { Language } from '#app/i18n/languages.ts';
import { db } from '#app/platform/db.server.ts';
import { markerOf, type RedactedKind } from '#app/platform/markdown/markers.ts';
import { authorName, authorSelect } from '../../authorship/authors-name.ts';
import { commonVerifications } from '../../authorship/verification.server.ts';
import { REVISED_FIELDS, type RevisedField } from '../../posts/views.ts';
import type { ContentState } from '../../threads/views.ts';
import { addressesWith } from './addresses.ts';
import { checkCuts, type CheckedBody } from './check-cut.server.ts';
import { cutPassage, withoutSigns, type Cut } from './cut-passage.ts';
import { atItsWidest, findPassage, type Passage } from './passage.ts';
import type { Texts } from './spans.ts';

/** One version of a post, and what is left of it without the passage. */
export type CutVersion = { id: string; version: number; before: Texts; cuts: Partial<Record<RevisedField, Cut>> };

/** A post in which the passage stands, now or in an earlier version. */
export type FoundPost = {
  id: string;
  number: number;
  version: number;
  state: ContentState;
  language: Language;
  name: string;
  now: Texts;
  cuts: Partial<Record<RevisedField, Cut>>;
  /** The body without the passage as readers would see it, or why it cannot be cut. */
  body: CheckedBody;
  versions: CutVersion[];
};

/** The passage in a whole thread. Nothing of it is kept anywhere but in memory. */
export type FoundPassage = {
  passage: Passage;
  kind: RedactedKind;
  thread: { id: string; slug: string; title: string; lastNumber: number; lockReason: string | null };
  /** By their numbers. */
  posts: FoundPost[];
  /** What is like the passage and not it: other capitals, or within longer words. */
  near: { text: string; count: number }[];
};

/** More than these are not worth reading. */
const NEAR_MISSES = 12;

const textSelect = {
  title: true,
  contentWarning: true,
  situation: true,
  whatIHaveTried: true,
  question: true,
} as const;

/**
 * Looks for a passage in every post of a thread and all their versions, and cuts it out of copies of them; nothing is written.
 * Null for a thread that is not there.
 */
export async function findPassageInThread(
  threadId: string,
  { passage, kind }: { passage: Passage; kind: RedactedKind },
): Promise<FoundPassage | null> {
  const thread = await db.thread.findUnique({
    where: { id: threadId },
    select: { id: true, slug: true, lastNumber: true, lockReason: true, ...textSelect },
  });
  if (!thread) return null;
  const [posts, older] = await Promise.all([readPosts(threadId), readOlderVersions(threadId)]);
  const common = await commonVerifications();
  const found = posts.flatMap((post): Omit<FoundPost, 'body'>[] => {
    const { id, number, version, state, language, body } = post;
    const now: Texts = number === 1 ? { ...textsOf(thread), body } : { body };
    const marker = markerOf(kind, language);
    const cuts = cutTexts(now, passage, marker);
    const before = older.filter((each) => each.postId === id);
    const versions = before.map((each) => cutVersion(each, { passage, marker, number }));
    if (![cuts, ...versions.map((each) => each.cuts)].some((each) => hasAny(each)) && !reads(passage, now)) return [];
    const current = { id: post.revisions[0]?.id ?? '', version, before: now, cuts };
    return [
      {
        id,
        number,
        version,
        state,
        language,
        name: authorName(post, common).name,
        now,
        cuts,
        versions: [...versions, current],
      },
    ];
  });
  const bodies = await checkCuts(
    passage,
    found.map(({ now, cuts }) => ({ before: now.body ?? '', after: cuts.body?.text ?? now.body ?? '' })),
  );
  const texts = [...posts.map(({ body }) => body), ...older.map(({ body }) => body), ...Object.values(textsOf(thread))];
  return {
    passage,
    kind,
    thread,
    posts: found.map((post, index) => ({ ...post, body: bodies[index] ?? { ok: false, fault: 'across' } })),
    near: nearMisses(passage, texts),
  };
}

function readPosts(threadId: string) {
  return db.post.findMany({
    where: { threadId, state: { not: 'erased' } },
    orderBy: { number: 'asc' },
    select: {
      id: true,
      number: true,
      version: true,
      state: true,
      language: true,
      body: true,
      ...authorSelect,
      revisions: { orderBy: { version: 'desc' }, take: 1, select: { id: true } },
    },
  });
}

/** The versions that are not the present ones. */
async function readOlderVersions(threadId: string) {
  const revisions = await db.revision.findMany({
    where: { post: { threadId, version: { gt: 1 }, state: { not: 'erased' } } },
    orderBy: { version: 'asc' },
    select: { id: true, postId: true, version: true, body: true, ...textSelect, post: { select: { version: true } } },
  });
  return revisions.filter(({ version, post }) => version < post.version);
}

type OldVersion = Awaited<ReturnType<typeof readOlderVersions>>[number];

function textsOf<Row extends Record<keyof typeof textSelect, string | null>>(row: Row): Texts {
  const { title, contentWarning, situation, whatIHaveTried, question } = row;
  return { title, contentWarning, situation, whatIHaveTried, question };
}

function cutTexts(texts: Texts, passage: Passage, marker: string): Partial<Record<RevisedField, Cut>> {
  return Object.fromEntries(REVISED_FIELDS.map((field) => [field, cutPassage(texts[field] ?? '', passage, marker)]));
}

/** An earlier version is not rendered any more: where the passage would still be read through its marks, the whole field goes. */
function cutVersion(
  row: OldVersion,
  { passage, marker, number }: { passage: Passage; marker: string; number: number },
): CutVersion {
  const before: Texts = number === 1 ? { ...textsOf(row), body: row.body } : { body: row.body };
  const cuts = Object.fromEntries(
    Object.entries(cutTexts(before, passage, marker)).map(([field, cut]) => {
      if (!stillReads(passage, cut.text)) return [field, cut];
      return [field, { text: marker, spans: [{ start: 0, end: (before[field as RevisedField] ?? '').length }] }];
    }),
  );
  return { id: row.id, version: row.version, before, cuts };
}

export const hasAny = (cuts: FoundPost['cuts']): boolean => Object.values(cuts).some(({ spans }) => spans.length > 0);

/** Whether a reader would find the passage, though its source has marks within. */
function reads(passage: Passage, texts: Texts): boolean {
  return stillReads(passage, texts.body ?? '');
}

export function stillReads(passage: Passage, source: string): boolean {
  return findPassage(passage, withoutSigns(source)).length > 0;
}

function nearMisses(passage: Passage, texts: readonly (string | null | undefined)[]): FoundPassage['near'] {
  const widest = atItsWidest(passage);
  const counts = new Map<string, number>();
  for (const text of texts) {
    if (!text) continue;
    // Those that are the passage itself, or in an address, are none.
    const own = [...findPassage(passage, text), ...addressesWith(passage, text)];
    for (const { start, end } of findPassage(widest, text)) {
      if (own.some((span) => span.start <= start && span.end >= end)) continue;
      const word = wordAround(text, start, end);
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  return [...counts].slice(0, NEAR_MISSES).map(([text, count]) => ({ text, count }));
}

/** The whole word, or words, of which it is a part. */
function wordAround(text: string, start: number, end: number): string {
  const before = /[\p{L}\p{N}\p{M}]*$/u.exec(text.slice(Math.max(0, start - 40), start))?.[0] ?? '';
  const after = /^[\p{L}\p{N}\p{M}]*/u.exec(text.slice(end, end + 40))?.[0] ?? '';
  return before + text.slice(start, end) + after;
}
