import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import type { Database } from '#prisma/client.ts';
import { again, makeMember } from '#prisma/factories/member.ts';
import { makeJoined, memberOf, PASSWORD } from '#prisma/factories/signed-in.ts';
import { makeReply, makeThread, makeTopic } from '#prisma/factories/thread.ts';
import { openEmpty } from '#prisma/testing/open-empty.ts';
import { SEAL_KEYS } from '#prisma/testing/use-for-tests.ts';
import { wordsHeld } from '#prisma/testing/logical-dump.ts';
import { Digest } from '#prisma/backup/format.ts';
import { isRestoreUnfinished } from '#prisma/backup/restore-database.ts';
import { writeBackup } from '#prisma/backup/write-backup.ts';
import { listMyPersonas } from '#app/domain/authorship/ledger.server.ts';
import { signIn } from '#app/domain/identity/sign-in.server.ts';
import { flagPost } from '#app/domain/moderation/flag-post.server.ts';
import { lookForPassage, redactPost } from '#app/domain/moderation/redact/redact-post.server.ts';
import { editPost } from '#app/domain/posts/edit-post.server.ts';
import { editReplySchema } from '#app/domain/posts/schema.ts';
import { eraseAccount } from '#app/domain/privacy/erase-account.server.ts';
import { erasePost } from '#app/domain/privacy/erase-post.server.ts';
import { drainOutbox } from '#app/domain/search/drain-outbox.server.ts';
import { verifyIndex } from '#app/domain/search/verify-index.server.ts';
import { currentDatabase, db, useDatabase } from '../db.server.ts';
import { noteSealKeys, OTHER_SEAL_KEY } from '../known-seal-keys.server.ts';
import { useSealKeys } from '../seal-keys.server.ts';
import { backup } from './backup.server.ts';
import { EXIT } from './command.ts';
import { recordingIo } from './recording-io.ts';
import { restore } from './restore.server.ts';

const first = currentDatabase();
const topic = await makeTopic();
const folder = await mkdtemp(join(tmpdir(), 'forum-backup-'));
afterAll(() => rm(folder, { recursive: true }));
afterEach(() => useDatabase(first));

let made = 0;
const fileName = (): string => `backup-${made++}`;

async function run(command: typeof backup, ...args: string[]) {
  const io = recordingIo({ cwd: folder });
  return { exit: await command(args, io), io };
}

async function backUp(...options: string[]): Promise<string> {
  const file = fileName();
  expect((await run(backup, file, ...options)).exit).toBe(EXIT.done);
  return file;
}

/** The lines of a backup that is not encrypted. */
async function linesOf(file: string): Promise<string[]> {
  return gunzipSync(await readFile(join(folder, file)))
    .toString()
    .split('\n')
    .slice(0, -1);
}

/** A backup of these lines, with an end that fits them. */
async function write(lines: readonly string[]): Promise<string> {
  const digest = new Digest();
  const rows = lines.filter((line) => digest.add(line).startsWith('[')).length;
  const end = JSON.stringify({ rows, sha256: digest.hex() });
  const file = fileName();
  await writeFile(join(folder, file), gzipSync(`${[...lines, end].join('\n')}\n`));
  return file;
}

/** What every table holds, read without the code that backs up. The index is made anew, with ids of its own. */
async function contents({ prisma }: Database): Promise<Record<string, string | null>> {
  const tables = await prisma.$queryRaw<{ name: string }[]>`
    SELECT table_name::text AS name FROM information_schema.tables
    WHERE table_schema = 'public' AND table_name NOT IN ('_prisma_migrations', 'outbox', 'search_rebuilds')
      AND table_name NOT LIKE 'search\\_%' ORDER BY 1`;
  const sums: Record<string, string | null> = {};
  for (const { name } of tables) {
    const [row] = await prisma.$queryRawUnsafe<{ sum: string | null }[]>(
      `SELECT count(*) || ' ' || md5(string_agg(t::text, ',' ORDER BY t::text)) AS sum FROM "${name}" t`,
    );
    sums[name] = row?.sum ?? null;
  }
  return sums;
}

/** A forum with something of most kinds. */
async function makeForum() {
  const joined = await makeJoined();
  const thread = await makeThread(joined.member, {
    topic,
    title: 'Naïve “quotes”, \\ and \u2028 lines',
    body: 'Tab\tand 🪑.',
  });
  const other = await makeMember();
  const reply = await makeReply(other, thread.id, { body: 'First words.' });
  await editPost(again(other), {
    id: reply.postId,
    input: editReplySchema.parse({ version: '1', body: 'Other words.' }),
  });
  await flagPost(again(joined.member), { postId: reply.postId, input: { reason: 'identifying', note: 'See there.' } });
  return { joined, thread, reply, other };
}

describe('backup and restore', () => {
  it.each(first.kind === 'server' ? (['server', 'embedded'] as const) : (['embedded'] as const))(
    'bring every table back the same on another database (%s), with an index that agrees',
    async (kind) => {
      const { joined } = await makeForum();
      const before = await contents(first);
      const personas = await listMyPersonas(again(joined.member));
      const file = await backUp();
      const second = await openEmpty(kind);
      useDatabase(second);

      const { exit, io } = await run(restore, file);

      expect(io.errLines).toEqual([]);
      expect(exit).toBe(EXIT.done);
      expect(await contents(second)).toEqual(before);
      expect(await isRestoreUnfinished(second)).toBe(false);
      const member = await memberOf(await signIn({ penName: joined.penName, password: PASSWORD }));
      expect(await listMyPersonas(member)).toEqual(personas);
      const { postgresEngine } = await import('#app/domain/search/postgres-engine.server.ts');
      await drainOutbox();
      expect(await verifyIndex(postgresEngine(db))).toEqual({ missing: [], stale: [], surplus: [] });
    },
  );

  it.each([
    ['the key that the forum had', SEAL_KEYS, 'SEAL_KEY is the one that it had.'],
    ['another', [Buffer.alloc(32, 'another')], OTHER_SEAL_KEY],
  ])('say whether SEAL_KEY belongs to what is restored: %s', async (_, keys, says) => {
    await noteSealKeys(first, SEAL_KEYS.slice(1));
    const file = await backUp();
    useDatabase(await openEmpty('embedded'));
    useSealKeys(keys);
    const { io } = await run(restore, file).finally(() => useSealKeys(SEAL_KEYS));
    expect(io.outLines.at(-1)).toContain(says);
  });

  it('hold what was there when the backup began, whatever is written meanwhile', async () => {
    const { other } = await makeForum();
    const before = await db.post.count();
    const lines: string[] = [];
    await writeBackup(first, { holds: 'everything', hour: new Date(0) }, async (source) => {
      for await (const line of source) {
        lines.push(line);
        if (line.startsWith('{"table":"accounts"')) await makeThread(again(other), { topic });
      }
    });
    const rowsOf = (table: string): number => {
      const start = lines.findIndex((line) => line.startsWith(`{"table":"${table}"`));
      return lines.slice(start + 1).findIndex((line) => !line.startsWith('['));
    };
    expect(await db.post.count()).toBe(before + 1);
    expect(rowsOf('posts')).toBe(before);
    expect(rowsOf('personas')).toBe((await db.persona.count()) - 1);
  });

  it('write rows by their ids, for their owner alone, and no key that seals', async () => {
    await makeForum();
    const file = await backUp();
    expect((await stat(join(folder, file))).mode & 0o777).toBe(0o600);
    const lines = await linesOf(file);
    const start = lines.findIndex((line) => line.startsWith('{"table":"posts"')) + 1;
    const rows = lines.slice(
      start,
      lines.findIndex((line, at) => at >= start && !line.startsWith('[')),
    );
    const ids = rows.map((row) => (JSON.parse(row) as string[])[0]);
    expect(ids.length).toBeGreaterThan(2);
    const sorted = await db.post.findMany({ orderBy: { id: 'asc' }, select: { id: true } });
    expect(ids).toEqual(sorted.map(({ id }) => id));
    for (const key of SEAL_KEYS) {
      for (const form of ['base64', 'base64url', 'hex', 'latin1'] as const) {
        expect(lines.join('\n').includes(key.toString(form))).toBe(false);
      }
    }
  });

  it('encrypt to a key, and open with it alone', async () => {
    await makeForum();
    const [mine, foreign] = [await generateX25519Identity(), await generateX25519Identity()];
    const file = await backUp('--encrypt-to', await identityToRecipient(mine));
    await writeFile(join(folder, 'mine'), `# a comment\n${mine}\n`);
    await writeFile(join(folder, 'foreign'), foreign);
    const before = await contents(first);
    const second = await openEmpty(first.kind);
    useDatabase(second);
    for (const options of [[], ['--identity', 'foreign']]) {
      const refused = await run(restore, file, ...options);
      expect(refused.exit).toBe(EXIT.failed);
      expect(refused.io.errLines.join()).toMatch(/^Nothing was restored: /);
    }
    expect((await run(restore, file, '--identity', 'mine')).exit).toBe(EXIT.done);
    expect(await contents(second)).toEqual(before);
  });

  it('refuse a recipient that is none, and a file that is there', async () => {
    expect((await run(backup, fileName(), '--encrypt-to', 'somebody')).io.errLines.join()).toContain('age1');
    const file = await backUp();
    expect((await run(backup, file)).io.errLines.join()).toContain('already');
  });

  it('take the place of a file only when asked to, and only once they are whole', async () => {
    const { joined, thread } = await makeForum();
    const { postId } = await makeReply(again(joined.member), thread.id);
    const file = await backUp('--erasures');
    const before = await linesOf(file);
    await erasePost(again(joined.member), { id: postId });
    const broken = await run(backup, file, '--erasures', '--replace', '--encrypt-to', 'somebody');
    expect({ exit: broken.exit, lines: await linesOf(file) }).toEqual({ exit: EXIT.failed, lines: before });
    expect((await run(backup, file, '--erasures', '--replace')).exit).toBe(EXIT.done);
    expect((await linesOf(file)).join()).toContain(postId);
  });
});

describe('restore refuses', () => {
  it('a database that holds something', async () => {
    await makeForum();
    const { exit, io } = await run(restore, await backUp());
    expect(exit).toBe(EXIT.failed);
    expect(io.errLines).toEqual([
      'Nothing was restored: this database holds something already: restore into an empty one.',
    ]);
  });

  it('what is not as it was made, and leaves nothing of it', async () => {
    await makeForum();
    const lines = await linesOf(await backUp());
    const whole = lines.slice(0, -1);
    const end = lines.at(-1) ?? '';
    const pack = async (parts: readonly string[]): Promise<string> => {
      const file = fileName();
      await writeFile(join(folder, file), gzipSync(`${parts.join('\n')}\n`));
      return file;
    };
    const isWords = (line: string): boolean => line.includes('Other words.');
    const head = JSON.parse(whole[0] ?? '') as { migrations: string[] };
    const newer = JSON.stringify({ ...head, migrations: [...head.migrations, '9999_to_come'] });
    const bad: Record<string, string> = {
      'the backup is cut short': await pack(whole),
      'the backup was changed': await pack([
        ...whole.map((line) => (isWords(line) ? line.replace('Other', 'Evil') : line)),
        end,
      ]),
      'newer version of the forum': await write([newer, ...whole.slice(1)]),
      'holds only what was erased': await backUp('--erasures'),
      'is not one of a backup': await pack(['{"something":"else"}']),
      'is not there': fileName(),
    };
    const second = await openEmpty(first.kind);
    for (const [why, file] of Object.entries(bad)) {
      useDatabase(second);
      const { exit, io } = await run(restore, file);
      expect(exit, why).toBe(EXIT.failed);
      expect(io.errLines.join(), why).toContain(why);
      expect(await db.post.count(), why).toBe(0);
    }
    expect((await run(restore, await pack(lines))).exit).toBe(EXIT.done);
  });
});

describe('what was erased after the backup', () => {
  it('is erased again: posts, passages in every version and note, and accounts', async () => {
    const staff = await makeMember({ role: 'moderator' });
    const { thread, other } = await makeForum();
    const taken = await makeReply(again(other), thread.id, { body: 'Zqtakenqz for good.' });
    const named = await makeReply(await makeMember(), thread.id, { body: 'Ask Zqnameqz, or **Zqnameqz**. Zqstaysqz.' });
    await editPost(again(staff), {
      id: named.postId,
      input: editReplySchema.parse({ version: '1', body: 'Ask Zqnameqz again. Zqstaysqz.', reason: 'Shorter' }),
    }).catch(() => undefined);
    await flagPost(again(other), { postId: named.postId, input: { reason: 'identifying', note: 'zqnameqz is real' } });
    const leaver = await makeJoined();
    await makeReply(leaver.member, thread.id, { body: 'Zqleftqz.', as: 'pen-name' });
    const file = await backUp();

    await erasePost(again(other), { id: taken.postId });
    const input = {
      passage: 'Zqnameqz',
      kind: 'name',
      reason: null,
      otherCapitals: false,
      insideWords: false,
      also: [],
    } as const;
    const looked = await lookForPassage(again(staff), {
      id: named.postId,
      input: { ...input, lookedFor: '', seen: '' },
    });
    if (looked.kind !== 'looked') throw new Error(looked.kind);
    const { lookedFor, seen } = looked.look;
    await redactPost(again(staff), { id: named.postId, input: { ...input, lookedFor, seen } });
    const left = await eraseAccount(leaver.member, {
      password: PASSWORD,
      penNamePosts: 'leave',
      anonymousPosts: 'leave',
    });
    expect(left.kind).toBe('erased');
    const since = await backUp('--erasures');
    expect((await linesOf(since)).join()).not.toMatch(/zq\w+qz/i);

    useDatabase(await openEmpty(first.kind));
    const { exit, io } = await run(restore, file, '--erasures', since);

    expect(io.errLines).toEqual([]);
    expect(exit).toBe(EXIT.done);
    expect(await wordsHeld(['Zqtakenqz', 'Zqnameqz', leaver.penName])).toEqual([]);
    expect(await wordsHeld(['Zqstaysqz', 'Zqleftqz'])).toEqual(['Zqstaysqz', 'Zqleftqz']);
    const { body } = await db.post.findUniqueOrThrow({ where: { id: named.postId }, select: { body: true } });
    expect(body).toContain('[detail removed]');
    expect(await db.session.count()).toBe(0);
    expect(await db.erasedAccount.count()).toBe(1);
  });
});
