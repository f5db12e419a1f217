import { afterEach, describe, expect, it } from 'vitest';
import { again, makeMember } from '#prisma/factories/member.ts';
import { makeReply, makeThread, makeTopic } from '#prisma/factories/thread.ts';
import { wordsHeld } from '#prisma/testing/logical-dump.ts';
import { setClock } from '#app/platform/clock.server.ts';
import { currentDatabase, db, useDatabase } from '#app/platform/db.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import { changeVault } from '../identity/vault.server.ts';
import { FOLLOWING } from '../following/vaults.ts';
import { join } from '../identity/join.server.ts';
import { lockWithPassword } from '../identity/password-key.server.ts';
import { readSession } from '../identity/sessions.server.ts';
import { signIn } from '../identity/sign-in.server.ts';
import { GUEST, type Member, type Role } from '../identity/viewer.ts';
import { editAnyPost } from '../moderation/edit-any-post.server.ts';
import { saveDraft } from '../posts/drafts.server.ts';
import { listPosts } from '../posts/list-posts.server.ts';
import { listPostsByPenName } from '../posts/list-posts-by-pen-name.server.ts';
import { editReplySchema } from '../posts/schema.ts';
import { drainOutbox } from '../search/drain-outbox.server.ts';
import { countMyTexts, eraseAccount } from './erase-account.server.ts';
import { carryOutErasures, countWaiting } from './persona-erasures.server.ts';
import type { EraseAccountInput } from './schema.ts';

const PASSWORD = 'plain words to leave by';
const DAYS_14 = 14 * 24 * 3_600_000;

afterEach(() => setClock());

/** A word that nobody has ever written. */
const word = (kind: string): string => `zq${kind}${newId().replace(/\d/g, '')}qz`;

const later = (member: Member): Member => ({ ...member, sessionKey: newId() });

/** A member who can show a password, and what they wrote: two posts of one thread and one of another under the pen name … */
async function leaver({ role = 'member' }: { role?: Role } = {}) {
  const member = await makeMember({ role });
  const row = await lockWithPassword(member.accountId, PASSWORD, member.memberSecret);
  await db.password.create({ data: { accountId: member.accountId, ...row } });
  const pen = [word('pen'), word('pen'), word('pen')];
  const anon = [word('anon'), word('anon')];
  const topic = await makeTopic();
  const mine = await makeThread(member, { topic, as: 'pen-name', title: pen[0], body: pen[0] });
  const others = await makeThread(await makeMember(), { topic });
  await makeReply(later(member), mine.id, { as: 'pen-name', body: pen[1] });
  await makeReply(later(member), others.id, { as: 'pen-name', body: pen[2] });
  // … and anonymously in two more.
  for (const body of anon) await makeThread(later(member), { topic, body });
  await saveDraft(member, { number: null, threadId: null, typed: { body: 'x' } });
  await changeVault(member, FOLLOWING, (content) => content);
  return { member, pen, anon, mine, others };
}

const input = (given: Partial<EraseAccountInput> = {}): EraseAccountInput => ({
  penNamePosts: 'remove',
  anonymousPosts: 'remove',
  password: PASSWORD,
  ...given,
});

const held = (table: 'draft' | 'vault', { memberSecret }: Member): Promise<number> => {
  const tags = table === 'draft' ? memberSecret.tags('draft', 0) : memberSecret.tags('vault', 'following');
  return (db[table] as typeof db.draft).count({ where: { tag: { in: tags } } });
};

describe('erasing everything', () => {
  it('asks for the password, and counts wrong ones', async () => {
    const { member } = await leaver();
    expect(await eraseAccount(member, input({ password: 'not this' }))).toEqual({
      kind: 'refused',
      field: 'password',
      fault: 'faults.passwordWrong',
    });
    const account = await db.account.findUniqueOrThrow({ where: { id: member.accountId } });
    expect(account).toMatchObject({ failedSignIns: 1, epoch: 0 });
    expect(await countWaiting(member)).toBe(0);
  });

  it('removes what was asked to be removed, the pen name’s at once and the personas’ within 14 days', async () => {
    const { member, pen, anon } = await leaver();
    expect(await countMyTexts(member)).toEqual({ penName: 3, anonymous: 2 });
    await drainOutbox();
    expect(await wordsHeld([...pen, ...anon])).toHaveLength(5);
    expect(await eraseAccount(later(member), input())).toEqual({ kind: 'erased' });
    await drainOutbox();
    expect(await wordsHeld([...pen, member.penName, member.accountId])).toEqual([]);
    expect(await wordsHeld(anon)).toEqual(anon);
    expect([await held('draft', member), await held('vault', member)]).toEqual([0, 0]);
    setClock(() => Date.now() + DAYS_14);
    await carryOutErasures();
    await drainOutbox();
    expect(await wordsHeld(anon)).toEqual([]);
  });

  it('leaves what was asked to be left, under one alias a thread that nobody has a key to', async () => {
    const { member, pen, anon, mine } = await leaver();
    await eraseAccount(later(member), input({ penNamePosts: 'leave', anonymousPosts: 'leave' }));
    setClock(() => Date.now() + DAYS_14);
    await carryOutErasures();
    expect(await wordsHeld([...pen, ...anon])).toHaveLength(5);
    expect(await wordsHeld([member.penName, member.accountId])).toEqual([]);
    const { posts } = await listPosts(later(member), { threadId: mine.id });
    expect(new Set(posts.map(({ author }) => `${author.kind} ${author.name}`)).size).toBe(1);
    expect(posts).toMatchObject([
      { author: { kind: 'persona' }, isMine: false, byStarter: true },
      { author: { kind: 'persona' }, isMine: false, byStarter: true },
    ]);
    await expect(listPostsByPenName(GUEST, { penName: member.penName })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('signs out everywhere, ends the codes, and frees the pen name', async () => {
    const penName = `leaver-${newId().slice(0, 8)}`;
    const joined = await join({ penName, password: PASSWORD });
    if (joined.kind !== 'joined') throw new Error(joined.fault);
    const member = await readSession(joined.session.token);
    const other = await signIn({ penName, password: PASSWORD });
    if (member === null || other.kind === 'refused' || other.kind === 'too-many') throw new Error('not signed in');
    const before = await db.session.count();
    await eraseAccount(member, input());
    expect(await readSession(joined.session.token)).toBeNull();
    expect(await readSession(other.session.token)).toBeNull();
    expect(await db.session.count()).toBe(before - 2);
    expect(await db.recoveryCode.count({ where: { accountId: member.accountId } })).toBe(0);
    expect((await signIn({ penName, password: PASSWORD })).kind).toBe('refused');
    expect((await join({ penName, password: PASSWORD })).kind).toBe('joined');
  });

  it('of a moderator keeps what they decided and names them no longer', async () => {
    const { member, others } = await leaver({ role: 'moderator' });
    const reply = await makeReply(await makeMember(), others.id);
    const edit = editReplySchema.parse({ version: '1', body: 'Shorter.', reason: 'a name' });
    await editAnyPost(again(member), { id: reply.postId, input: edit });
    await eraseAccount(later(member), input());
    expect(await db.moderationAction.findMany({ where: { postId: reply.postId } })).toMatchObject([
      { kind: 'edit', reason: 'a name', moderatorId: null },
    ]);
    expect(await db.revision.findMany({ where: { postId: reply.postId, version: 2 } })).toMatchObject([
      { body: 'Shorter.', moderatorId: null },
    ]);
  });

  it('touches no account together with a persona, nor two personas together', async () => {
    const { member } = await leaver();
    const personas = (await db.persona.findMany({ select: { id: true } })).map(({ id }) => id);
    await eraseAccount(later(member), input());
    // A row that refers to a persona locks it; an erasure's row was inserted by the transaction of its xmin.
    const stamps = await db.$queryRaw<{ stamp: string }[]>`
      SELECT xmin::text AS stamp FROM persona_erasures
      UNION ALL SELECT xmin::text FROM personas WHERE id <> ALL (${personas})`;
    expect(new Set(stamps.map(({ stamp }) => stamp)).size).toBe(stamps.length);
  });
});

/** The database as it is to a process that is killed at its `last` question: no later one is answered, and no commit. */
function killedAfter(last: number): () => void {
  const whole = currentDatabase();
  let asked = 0;
  const stub = <T extends object>(client: T): T =>
    new Proxy(client, {
      get(target, key) {
        const value: unknown = Reflect.get(target, key);
        if (typeof value === 'object' && value !== null) return stub(value);
        if (typeof value !== 'function') return value;
        return (...args: unknown[]): unknown => {
          if (asked++ >= last) return Promise.reject(new Error('killed'));
          const [work] = args;
          const isTransaction = key === '$transaction' && typeof work === 'function';
          const handed = isTransaction
            ? [(tx: object) => (work as (tx: object) => unknown)(stub(tx)), ...args.slice(1)]
            : args;
          return (value as (...args: unknown[]) => unknown).apply(target, handed);
        };
      },
    });
  useDatabase({ ...whole, prisma: stub(whole.prisma) });
  return () => useDatabase(whole);
}

it('can be killed at any moment and begun again with the password', async () => {
  const gone: string[] = [];
  // Each takes its time: every other statement on the one database, the rest on the other.
  const first = currentDatabase().kind === 'embedded' ? 0 : 1;
  for (let last = first, isDone = false; !isDone; last += 2) {
    const { member, pen, anon } = await leaver();
    const revive = killedAfter(last);
    const outcome = await eraseAccount(later(member), input()).catch((error: unknown) => error);
    revive();
    isDone = 'kind' in (outcome as object);
    if (!isDone) {
      expect(outcome).toMatchObject({ message: 'killed' });
      // Nothing is lost to its member while it has not been done.
      expect(await countMyTexts(later(member))).toMatchObject({ anonymous: 2 });
      expect(await eraseAccount(later(member), input())).toEqual({ kind: 'erased' });
    }
    expect(await countWaiting(later(member))).toBe(2);
    expect([await held('draft', member), await held('vault', member)]).toEqual([0, 0]);
    gone.push(...pen, ...anon, member.penName, member.accountId);
  }
  expect(gone.length).toBeGreaterThan(10 * 7);
  setClock(() => Date.now() + DAYS_14);
  await carryOutErasures();
  expect(await wordsHeld(gone)).toEqual([]);
});
