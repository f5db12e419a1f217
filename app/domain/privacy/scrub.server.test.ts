import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { openDatabase, type PrismaClient } from '#prisma/client.ts';
import { again, makeMember } from '#prisma/factories/member.ts';
import { makeReply, makeThread, makeTopic } from '#prisma/factories/thread.ts';
import { migrate } from '#prisma/migrate.ts';
import { wordsHeld } from '#prisma/testing/logical-dump.ts';
import { openBare } from '#prisma/testing/open-empty.ts';
import { currentDatabase, db, useDatabase, type Transaction } from '#app/platform/db.server.ts';
import { flagPost } from '../moderation/flag-post.server.ts';
import { lookForPassage, redactPost } from '../moderation/redact/redact-post.server.ts';
import { editPost } from '../posts/edit-post.server.ts';
import { editReplySchema } from '../posts/schema.ts';
import { drainOutbox } from '../search/drain-outbox.server.ts';
import { erasePost } from './erase-post.server.ts';
import { scrub } from './scrub.server.ts';

const ERASED = ['zqtitleqz', 'zqbodyqz', 'zqlongqz', 'zqfirstqz', 'zqsecondqz', 'zqpassageqz'];
const KEPT = 'zqkeptqz';
const ALL = [...ERASED, KEPT];

/** Posts in the index, with statistics gathered over them, then erased: in every way in which words get into the files. */
async function writeAndErase(): Promise<void> {
  const [author, other] = [await makeMember(), await makeMember()];
  const topic = await makeTopic();
  const thread = await makeThread(author, {
    topic,
    title: 'zqtitleqz',
    body: `zqbodyqz ${'zqlongqz and on. '.repeat(900)}`,
  });
  const reply = await makeReply(again(author), thread.id, { body: 'zqfirstqz' });
  const input = editReplySchema.parse({ version: '1', body: 'zqsecondqz' });
  await editPost(again(author), { id: reply.postId, input });
  const kept = await makeThread(other, {
    topic,
    title: `${KEPT} zqpassageqz`,
    body: `${KEPT} stays, zqpassageqz goes.`,
  });
  const note = 'It is about zqpassageqz';
  await flagPost(author, { postId: kept.openingId, input: { reason: 'identifying', note } });
  await drainOutbox();
  await db.$executeRawUnsafe('ANALYZE');
  for (const id of [thread.openingId, reply.postId]) await erasePost(again(author), { id });
  await redact(kept.openingId, 'zqpassageqz');
  await drainOutbox();
}

/** What a moderator does: looks, and goes on with what was found. */
async function redact(id: string, passage: string): Promise<void> {
  const staff = await makeMember({ role: 'moderator' });
  const exactly = { reason: null, otherCapitals: false, insideWords: false, also: [] };
  const input = { ...exactly, passage, kind: 'name', lookedFor: '', seen: '' } as const;
  const looked = await lookForPassage(staff, { id, input });
  if (looked.kind !== 'looked') throw new Error('The passage is not there');
  const { lookedFor, seen } = looked.look;
  await redactPost(staff, { id, input: { ...input, lookedFor, seen } });
}

if (currentDatabase().kind === 'embedded') {
  it('leaves no erased word in any file of the data directory', async () => {
    const whole = currentDatabase();
    const dataDir = await mkdtemp(join(tmpdir(), 'forum-scrub-'));
    try {
      const database = await openDatabase({ dataDir });
      await migrate(database);
      useDatabase(database);
      await writeAndErase();
      expect(await wordsHeld(ALL)).toEqual([KEPT]);
      // It is not for want of looking.
      expect(await wordsInFiles(dataDir)).toEqual(ALL);
      expect(await scrub()).toEqual({ kind: 'embedded', checkpointed: true });
      expect(await wordsHeld(ALL)).toEqual([KEPT]);
      await database.close();
      expect(await wordsInFiles(dataDir)).toEqual([KEPT]);
    } finally {
      useDatabase(whole);
      await rm(dataDir, { recursive: true });
    }
  });
} else {
  const { prisma: elsewhere } = await openBare('server');

  it.for([
    ['reads here', holdSnapshot],
    ['writes in another database of the server', () => holdTransaction(elsewhere)],
  ] as const)('leaves no erased word in any file once nobody sees what was: who %s', async ([, hold], { skip }) => {
    const holder = await hold();
    await writeAndErase();
    await db.$executeRawUnsafe('CHECKPOINT').catch(() => skip('the role of the tests may not look at the files'));
    expect(await wordsInRelations()).toEqual(ALL);
    const onWaiting = vi.fn(holder.end);
    expect(await scrub({ onWaiting })).toEqual({ kind: 'server', checkpointed: true });
    expect(await wordsInRelations()).toEqual([KEPT]);
    expect(onWaiting).toHaveBeenNthCalledWith(1, expect.arrayContaining([holder.name]));
  });

  it('leaves no erased word in the statistics once nobody sees what was while they were gathered', async ({ skip }) => {
    const before = await holdTransaction(elsewhere);
    await writeAndErase();
    await db.$executeRawUnsafe('CHECKPOINT').catch(() => skip('the role of the tests may not look at the files'));
    let meanwhile: Holder | undefined;
    const changeOver = async (): Promise<void> => {
      meanwhile = await holdTransaction(elsewhere);
      before.end();
    };
    const onWaiting = vi.fn<(holders: readonly string[]) => void>();
    onWaiting.mockImplementationOnce(() => void changeOver()).mockImplementationOnce(() => meanwhile?.end());
    await scrub({ onWaiting });
    expect(await wordsInRelations()).toEqual([KEPT]);
    expect(onWaiting).toHaveBeenLastCalledWith(expect.arrayContaining([meanwhile?.name]));
  });

  it('writes nothing anew where the waiting is broken off', async () => {
    const reader = await holdSnapshot();
    await makeMember();
    const before = await fileOf('accounts');
    const broken = new AbortController();
    await expect(scrub({ signal: broken.signal, onWaiting: () => broken.abort() })).rejects.toThrow('aborted');
    expect(await fileOf('accounts')).toBe(before);
    reader.end();
  });
}

type Holder = { name: string; end(): void };

/** A session that looks at everything as it is now, until `end`; and what `scrub` calls it. */
function holdSnapshot(): Promise<Holder> {
  return hold(db, 'SELECT pg_backend_pid() AS pid');
}

/** The same of one that has begun to write. */
function holdTransaction(elsewhere: PrismaClient): Promise<Holder> {
  return hold(elsewhere, 'SELECT pg_backend_pid() AS pid, pg_current_xact_id()::text');
}

function hold(database: PrismaClient, sql: string): Promise<Holder> {
  return new Promise((resolve, reject) => {
    const look = async (tx: Transaction): Promise<void> => {
      const [row] = await tx.$queryRawUnsafe<{ pid: number }[]>(sql);
      await new Promise<void>((end) => resolve({ name: `client backend, process ${row?.pid}`, end }));
    };
    database.$transaction(look, { isolationLevel: 'RepeatableRead' }).catch(reject);
  });
}

async function fileOf(table: string): Promise<string> {
  const [{ path }] = await db.$queryRaw<[{ path: string }]>`SELECT pg_relation_filepath(${table}::regclass) AS path`;
  return path;
}

async function wordsInFiles(folder: string): Promise<string[]> {
  const found = new Set<string>();
  for (const name of await readdir(folder, { recursive: true })) {
    const path = join(folder, name);
    if (!(await stat(path)).isFile()) continue;
    const bytes = await readFile(path);
    for (const word of ALL) if (bytes.includes(word)) found.add(word);
  }
  return ALL.filter((word) => found.has(word));
}

/** The files of this database's tables, indexes and catalogues, read by the server. */
async function wordsInRelations(): Promise<string[]> {
  const found = await Promise.all(
    ALL.map(async (word) => {
      const [{ held }] = await db.$queryRaw<[{ held: boolean }]>`
        SELECT bool_or(position(${word}::text::bytea IN pg_read_binary_file(path)) > 0) AS held
        FROM (SELECT pg_relation_filepath(oid) AS path FROM pg_class WHERE relkind IN ('r', 'i', 't', 'm')
              AND relpersistence = 'p' AND NOT relisshared) AS relation
        WHERE path IS NOT NULL`;
      return held ? word : null;
    }),
  );
  return found.filter((word) => word !== null);
}
