import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { db, type Transaction } from '#app/platform/db.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import { closeMarkdown, useWorkerFile } from '#app/platform/markdown/markdown.server.ts';
import { readConfig } from '#app/platform/config.server.ts';
import { openForum } from '#app/platform/host/open-forum.server.ts';
import { randomTag } from '#app/domain/authorship/author.server.ts';
import { barOnMe } from '#app/domain/authorship/bars-on-me.server.ts';
import { listMyPersonas, nextLedgerNumber } from '#app/domain/authorship/ledger.server.ts';
import { listMyPersonasInThread } from '#app/domain/authorship/personas-in-thread.server.ts';
import { FOLLOWING } from '#app/domain/following/vaults.ts';
import { lockWithPassword } from '#app/domain/identity/password-key.server.ts';
import { MemberSecret } from '#app/domain/identity/member-secret.server.ts';
import { readSession } from '#app/domain/identity/sessions.server.ts';
import type { Member } from '#app/domain/identity/viewer.ts';
import { readVault } from '#app/domain/identity/vault.server.ts';
import { createReply } from '#app/domain/posts/create-reply.server.ts';
import { replySchema } from '#app/domain/posts/schema.ts';
import { Figures, ms, type Figure } from './figures.ts';
import { startMeasuredForum, type MeasuredServer } from './measured-server.ts';
import { readOptions } from './options.ts';
import { cpuOf, cpuOfEach } from './seal/cpu.ts';
import { makeMember, makeTopic, type SignedIn } from './seal/many-personas.ts';

/**
 * `npm run bench -- seal`: what sealing adds to a signed-in page and to a post of a member with 2,000 personas, once their session
 * is warm, beside what a forum would do that writes down who is who. CPU, the embedded database included.
 */
const { sized } = readOptions({});
const PERSONAS = sized(2_000);
const TIMES = sized(300);
const BARS = { page: 2, post: 5 };
const SEAL_KEY = randomBytes(32).toString('base64');

const folder = mkdtempSync(join(tmpdir(), 'forum-bench-seal-'));
try {
  await measureThroughServer(await measureWithin());
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Who wrote all their threads anonymously, who wrote as many under the pen name, and who has just begun. */
type Members = { sealed: SignedIn; named: SignedIn; newcomer: SignedIn };

/** In this process, each part by itself. Leaves the database for the server, closed. */
async function measureWithin(): Promise<Members> {
  useWorkerFile(pathToFileURL(resolve('build/server/markdown-worker.js')));
  const forum = await openForum(readConfig({ DATA_DIR: folder, SEAL_KEY }), () => {});
  try {
    const topic = await makeTopic();
    const sealed = await makeMember({ threads: PERSONAS, as: 'anonymous' }, topic);
    const named = await makeMember({ threads: PERSONAS, as: 'pen-name' }, topic);
    const newcomer = await makeMember({ threads: 5, as: 'anonymous' }, topic);
    // Others' rows, so that looking up is looking for.
    await makeMember({ threads: PERSONAS, as: 'anonymous' }, topic);
    const threadId = await newestThread();
    await page(sealed, threadId);
    await post(sealed, threadId);
    new Figures('seal: apart').tell({ what: 'one Argon2id at sign-in', value: ms(await argon2()) });
    return { sealed, named, newcomer };
  } finally {
    await forum.close();
    await closeMarkdown();
  }
}

/** Who asks, who they are in the thread, what they follow, whether they are barred: as a thread's page asks it, in one request. */
async function page({ token, member }: SignedIn, threadId: string): Promise<void> {
  const row = await db.session.findFirstOrThrow({ select: { tokenHash: true } });
  const parts: Record<string, { sealed: (asking: Member) => Promise<unknown>; plain: () => Promise<unknown> }> = {
    session: { sealed: () => readSession(token), plain: () => plainSession(row.tokenHash, member.accountId) },
    // What one part of a request has found of its member, the next finds remembered.
    'persona in the thread': {
      sealed: (asking) => listMyPersonasInThread(asking, threadId),
      plain: () => plainPersona(threadId),
    },
    follows: { sealed: (asking) => readVault(asking, FOLLOWING), plain: () => plainRow(member.accountId) },
    bars: {
      sealed: (asking) => barOnMe(asking, { threadId, as: 'anonymous' }),
      plain: () => plainBars(member.accountId),
    },
  };
  const figures = new Figures(
    `seal: CPU of a signed-in page of a member with ${PERSONAS} personas, session warm, beside one without sealing`,
  );
  for (const [name, { sealed, plain }] of Object.entries(parts)) {
    const asking = { ...member };
    const once = name === 'persona in the thread' ? () => sealed({ ...member }) : () => sealed(asking);
    const [with_ = NaN, without = NaN] = await cpuOfEach([once, plain], TIMES);
    figures.tell({ what: name, value: ms(with_), note: `${ms(without)} without` });
  }
  const whole = async (): Promise<void> => {
    const asking = { ...member };
    for (const part of Object.values(parts)) await part.sealed(asking);
  };
  const plainly = async (): Promise<void> => {
    for (const part of Object.values(parts)) await part.plain();
  };
  const [sealed = NaN, plain = NaN] = await cpuOfEach([whole, plainly], TIMES);
  figures.tell({ what: 'all in one request', value: ms(sealed), note: `${ms(plain)} without` });
  figures.tell(verdict('page', sealed - plain));
  const ledger = await cpuOf(() => listMyPersonas(member), TIMES);
  figures.tell({ what: 'apart: all own personas, for /me/threads and /inbox', value: ms(ledger) });
}

/**
 * A reply as a new persona, beside the same under the pen name and what it takes to give a new alias where one writes down whose
 * it is. What is left is the sealing.
 */
async function post({ member }: SignedIn, threadId: string): Promise<void> {
  const threads = await db.thread.findMany({
    where: { id: { not: threadId } },
    take: 2_000,
    orderBy: { id: 'asc' },
    select: { id: true, scopeId: true },
  });
  let next = 0;
  const another = () => threads[next++ % threads.length] ?? { id: threadId, scopeId: '' };
  const reply = (as: 'anonymous' | 'pen-name') => async (): Promise<void> => {
    const input = replySchema.parse({ body: 'Measured.', as, formKey: newId(), confirmSwitch: 'on' });
    const result = await createReply({ ...member }, { threadId: another().id, input });
    if (result.kind !== 'replied') throw new Error(`A reply of the benchmark was refused: ${JSON.stringify(result)}`);
  };
  const alias = () => db.$transaction((tx) => plainAlias(tx, another()));
  const [sealed = NaN, named = NaN, plain = NaN, ledger = NaN] = await cpuOfEach(
    [reply('anonymous'), reply('pen-name'), alias, () => nextLedgerNumber(member)],
    300,
  );
  const figures = new Figures('seal: CPU of a reply of the same member, as a persona that is made for it');
  figures.tell({ what: 'reply', value: ms(sealed), note: `${ms(named)} under the pen name` });
  figures.tell({ what: 'a new alias, plainly', value: ms(plain) });
  figures.tell({ what: "the ledger's end", value: ms(ledger) });
  figures.tell(verdict('post', sealed - named - plain));
}

/** Looks for an alias of mine in the thread, draws one that nobody there has, and stores whose it is. */
async function plainAlias(tx: Transaction, { id: threadId, scopeId }: { id: string; scopeId: string }): Promise<void> {
  const there = { posts: { some: { threadId } } };
  await tx.persona.findMany({ where: { ...there, alias: newId() }, select: { id: true } });
  await tx.persona.findMany({ where: there, select: { alias: true } });
  const data = { id: newId(), scopeId, seal: randomTag(), ledgerTag: randomTag(), alias: newId() };
  await tx.persona.create({ data, select: { id: true } });
}

async function plainSession(tokenHash: string, id: string): Promise<unknown> {
  await db.session.findUnique({ where: { tokenHash }, select: { expiresAt: true } });
  return db.account.findUnique({ where: { id }, select: { penName: true, role: true } });
}
function plainPersona(threadId: string): Promise<unknown> {
  return db.persona.findMany({ where: { posts: { some: { threadId } } }, take: 1, select: { id: true, alias: true } });
}

async function plainRow(id: string): Promise<unknown> {
  return db.account.findUnique({ where: { id }, select: { epoch: true } });
}

function plainBars(accountId: string): Promise<unknown> {
  return db.sanction.findMany({ where: { accountId, kind: 'bar' }, select: { id: true } });
}

async function newestThread(): Promise<string> {
  return (await db.thread.findFirstOrThrow({ orderBy: { id: 'desc' }, select: { id: true } })).id;
}

function argon2(): Promise<number> {
  return cpuOf(() => lockWithPassword('measured', 'four plain words', MemberSecret.generate()), 5);
}

/** The pages that gather all that one wrote, over HTTP on the built forum: beside one who wrote as much under the pen name. */
async function measureThroughServer({ sealed, named, newcomer }: Members): Promise<void> {
  const server = await startMeasuredForum({ DATA_DIR: folder, SEAL_KEY, DEMO: '0' });
  try {
    const figures = new Figures(
      `seal: through the server, CPU of a request by who has ${PERSONAS} personas, beside as many threads under a pen name`,
    );
    for (const path of ['/guidelines', '/me/threads', '/inbox']) {
      const [many, under, few] = await costsOf(server, path, [sealed, named, newcomer]);
      const note = `${ms(under)} under a pen name, ${ms(few)} with 5 personas`;
      figures.tell({ what: path, value: ms(many), note });
    }
  } finally {
    await server.stop();
  }
}

/** Asked in turns, after all have been asked: whatever warms up, or else runs on the machine, falls on all alike. */
async function costsOf(
  server: MeasuredServer,
  path: string,
  members: readonly [SignedIn, SignedIn, SignedIn],
): Promise<[number, number, number]> {
  const rounds = 4;
  const sums: [number, number, number] = [0, 0, 0];
  for (const { token } of members) await costOf(server, path, token);
  for (let round = 0; round < rounds; round++) {
    for (const index of [0, 1, 2] as const) sums[index] += (await costOf(server, path, members[index].token)) / rounds;
  }
  return sums;
}

async function costOf(server: MeasuredServer, path: string, token: string): Promise<number> {
  const times = 25;
  const before = await server.cost();
  for (let i = 0; i < times; i++) {
    const response = await fetch(server.origin + path, { headers: { Cookie: `session=${token}` }, redirect: 'manual' });
    await response.arrayBuffer();
    if (response.status !== 200) throw new Error(`${path}: ${response.status}`);
  }
  return ((await server.cost()).cpuMs - before.cpuMs) / times;
}

function verdict(what: keyof typeof BARS, added: number): Figure {
  return { what: `sealing adds to a ${what}`, value: ms(added), bar: `${BARS[what]} ms`, isMet: added <= BARS[what] };
}
