import { currentHour } from '#app/platform/clock.server.ts';
import { db } from '#app/platform/db.server.ts';
import { threadPath } from '#app/platform/urls.ts';
import { listMyPersonas } from '../authorship/ledger.server.ts';
import { readAllVaults } from '../identity/vault.server.ts';
import type { Member } from '../identity/viewer.ts';
import { listDrafts } from '../posts/drafts.server.ts';
import { EXPORT_VERSION, type Export, type ExportedPost, type ExportedThread } from './export-shape.ts';

/** Flags looked at at once: each costs a tag to tell whether it is the member's. */
const ROWS_AT_ONCE = 1_000;

/**
 * All that a member wrote, as personas too, and all that is kept for them; of others no more than the titles of threads and which
 * post was answered. Read for this one answer and kept nowhere. `origin` is the forum's public address.
 */
export async function collectExport(member: Member, { origin }: { origin: string }): Promise<Export> {
  const { threads, posts } = await collectPosts(member, origin);
  const drafts = (await listDrafts(member)).sort((a, b) => a.number - b.number);
  return {
    format: 'both-chairs-export',
    version: EXPORT_VERSION,
    madeAt: currentHour().toISOString(),
    account: await collectAccount(member),
    threads,
    posts,
    drafts: drafts.map(({ threadId, typed, savedAt }) => ({
      threadId,
      savedAt: savedAt.toISOString(),
      fields: typed,
    })),
    vaults: await readAllVaults(member),
    mail: await collectMail(member),
    flags: await collectFlags(member),
    endorsements: await collectEndorsements(member),
    actsAsStaff: await collectActs(member),
  };
}

const monthOf = (date: Date): string => date.toISOString().slice(0, 7);
const dayOf = (date: Date): string => date.toISOString().slice(0, 10);

async function collectAccount({ accountId }: Member): Promise<Export['account']> {
  const account = await db.account.findUniqueOrThrow({
    where: { id: accountId },
    select: {
      penName: true,
      role: true,
      createdMonth: true,
      staffSince: true,
      resetMonth: true,
      verifiedProfession: true,
      verifiedLanguage: true,
      showsVerified: true,
      secondFactor: { select: { accountId: true } },
      _count: { select: { recoveryCodes: true } },
    },
  });
  const { verifiedProfession: profession, verifiedLanguage: language, showsVerified: shown } = account;
  return {
    penName: account.penName,
    role: account.role,
    joined: monthOf(account.createdMonth),
    staffSince: account.staffSince && dayOf(account.staffSince),
    lastReset: account.resetMonth && monthOf(account.resetMonth),
    verified: profession !== null && language !== null ? { profession, language, shown } : null,
    hasSecondFactor: account.secondFactor !== null,
    recoveryCodesLeft: account._count.recoveryCodes,
  };
}

const openingSelect = {
  title: true,
  contentWarning: true,
  situation: true,
  whatIHaveTried: true,
  question: true,
} as const;

async function readPosts({ accountId }: Member, personaIds: readonly string[]) {
  return db.post.findMany({
    where: { OR: [{ authorId: accountId }, { personaId: { in: [...personaIds] } }] },
    orderBy: { id: 'asc' },
    select: {
      id: true,
      threadId: true,
      number: true,
      personaId: true,
      perspective: true,
      language: true,
      state: true,
      stateReason: true,
      createdAt: true,
      body: true,
      quoteOf: { select: { id: true, number: true } },
      thread: {
        select: {
          id: true,
          slug: true,
          kind: true,
          language: true,
          state: true,
          topic: { select: { slug: true } },
          ...openingSelect,
        },
      },
      pendingEdit: {
        select: {
          fromVersion: true,
          body: true,
          reason: true,
          sentBackReason: true,
          createdAt: true,
          ...openingSelect,
        },
      },
      revisions: {
        orderBy: { version: 'asc' },
        select: { version: true, by: true, reason: true, createdAt: true, body: true, ...openingSelect },
      },
    },
  });
}

type PostRow = Awaited<ReturnType<typeof readPosts>>[number];

async function collectPosts(member: Member, origin: string): Promise<Pick<Export, 'threads' | 'posts'>> {
  const aliasOf = new Map<string, string>((await listMyPersonas(member)).map(({ id, alias }) => [id, alias]));
  const rows = await readPosts(member, [...aliasOf.keys()]);
  const threads = new Map<string, ExportedThread>();
  for (const { thread, number } of rows) {
    const { id, slug, title, topic, kind, language, state } = thread;
    const startedByMe = number === 1 || (threads.get(id)?.startedByMe ?? false);
    const url = origin + threadPath({ id, slug });
    threads.set(id, { id, url, title, topic: topic.slug, kind, language, state, startedByMe });
  }
  return {
    threads: [...threads.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    posts: rows.map((row) => exportedPost(row, member.penName, aliasOf)),
  };
}

function exportedPost(row: PostRow, penName: string, aliasOf: ReadonlyMap<string, string>): ExportedPost {
  const { id, threadId, number, perspective, language, state, stateReason, body, quoteOf } = row;
  const alias = row.personaId === null ? undefined : aliasOf.get(row.personaId);
  return {
    id,
    threadId,
    number,
    as: alias === undefined ? { kind: 'pen-name', name: penName } : { kind: 'persona', name: alias },
    perspective,
    language,
    state,
    stateReason,
    writtenAt: row.createdAt.toISOString(),
    answers: quoteOf && { postId: quoteOf.id, number: quoteOf.number },
    body,
    opening: number === 1 ? openingOf(row.thread) : null,
    versions: row.revisions.map((revision) => exportedVersion(revision, number === 1)),
    pendingEdit: row.pendingEdit && exportedEdit(row.pendingEdit, number === 1),
  };
}

function exportedVersion(revision: PostRow['revisions'][number], isOpening: boolean): ExportedPost['versions'][number] {
  const { version, by, reason, body, createdAt } = revision;
  const isMine = by === 'author';
  return {
    version,
    by,
    reason,
    at: createdAt.toISOString(),
    body: isMine ? body : null,
    opening: isMine && isOpening ? openingOf(revision) : null,
  };
}

function exportedEdit(
  { fromVersion, body, reason, sentBackReason, createdAt, ...opening }: NonNullable<PostRow['pendingEdit']>,
  isOpening: boolean,
): ExportedPost['pendingEdit'] {
  const at = createdAt.toISOString();
  return { fromVersion, body, reason, sentBackReason, at, opening: isOpening ? openingOf(opening) : null };
}

function openingOf<Fields extends Record<keyof typeof openingSelect, string | null>>({
  title,
  contentWarning,
  situation,
  whatIHaveTried,
  question,
}: Fields) {
  return { title, contentWarning, situation, whatIHaveTried, question };
}

/** Nothing ties a flag to who raised it but a tag that only they derive: so all are looked through. */
async function collectFlags({ memberSecret }: Member): Promise<Export['flags']> {
  const mine: Export['flags'] = [];
  for (let after = ''; ;) {
    const flags = await db.flag.findMany({
      where: { id: { gt: after } },
      orderBy: { id: 'asc' },
      take: ROWS_AT_ONCE,
      select: { id: true, tag: true, postId: true, reason: true, note: true, createdAt: true },
    });
    for (const { tag, createdAt, ...flag } of flags) {
      const isMine = memberSecret.tags('flag', flag.postId).some((own) => Buffer.from(own).equals(tag));
      if (isMine) mine.push({ ...flag, at: createdAt.toISOString() });
    }
    after = flags.at(-1)?.id ?? '';
    if (flags.length < ROWS_AT_ONCE) return mine;
  }
}

/** As with flags: by their tags alone. */
async function collectEndorsements({ memberSecret }: Member): Promise<Export['endorsements']> {
  const mine: Export['endorsements'] = [];
  for (let after = ''; ;) {
    const posts = await db.endorsementCount.findMany({
      where: { postId: { gt: after } },
      orderBy: { postId: 'asc' },
      distinct: ['postId'],
      take: ROWS_AT_ONCE,
      select: { postId: true },
    });
    const tags = posts.flatMap(({ postId }) => memberSecret.tags('endorsement', postId));
    const found = await db.endorsement.findMany({
      where: { tag: { in: tags } },
      orderBy: { postId: 'asc' },
      select: { postId: true, chair: true },
    });
    mine.push(...found);
    after = posts.at(-1)?.postId ?? '';
    if (posts.length < ROWS_AT_ONCE) return mine;
  }
}

async function collectMail({ accountId }: Member): Promise<Export['mail']> {
  const link = await db.mailLink.findUnique({
    where: { accountId },
    select: {
      address: true,
      language: true,
      pace: true,
      isConfirmed: true,
      follows: { orderBy: { threadId: 'asc' }, select: { threadId: true } },
    },
  });
  if (!link) return null;
  const { follows, ...rest } = link;
  return { ...rest, threads: follows.map(({ threadId }) => threadId) };
}

async function collectActs({ accountId }: Member): Promise<Export['actsAsStaff']> {
  const rows = await db.moderationAction.findMany({
    where: { moderatorId: accountId },
    orderBy: { id: 'asc' },
    select: { id: true, kind: true, reason: true, threadId: true, postId: true, createdAt: true },
  });
  return rows.map(({ createdAt, ...act }) => ({ ...act, at: createdAt.toISOString() }));
}
