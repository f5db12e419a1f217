import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { findPostgres } from '#prisma/testing/postgres-server.ts';
import { freePort } from '#search/testing/free-port.ts';
import { anew } from '../anew.ts';
import { ask } from './postgres.ts';
import { Report } from './report.ts';
import { findProgram, type Running } from './running.ts';
import { steadyLoad } from './steady-load.ts';
import { barsAgree, hidingAgrees, ownWritesAgree, sessionsAgree, type Stage } from './two-instances/agreement.ts';
import { LAG, startDatabases } from './two-instances/databases.ts';
import { setStage, startForums } from './two-instances/forums.ts';
import { startProxy } from './two-instances/proxy.ts';
import { keepWriting } from './two-instances/writers.ts';

/**
 * `npm run drill -- two-instances`: two instances of the forum (one of them of two processes) behind nginx, on a PostgreSQL behind PgBouncer, with a
 * replica for guests that is behind on purpose. What is done on one holds on the other with the next request; and while guests read and members write, one
 * instance replaces its processes, the other is stopped and started, and the replica dies and comes back.
 */
const WRITERS = 4;
const GUESTS = 4;
/** Ms in which nothing happens but reading and writing, before, between and after what does. */
const CALM = 3_000;

const programs = { postgres: await findPostgres(), pgbouncer: findProgram('pgbouncer'), nginx: findProgram('nginx') };
const missing = Object.entries(programs).flatMap(([name, found]) => (found === undefined ? [name] : []));
if (missing.length > 0) {
  console.error(`two-instances needs what is not here: ${missing.join(', ')}`);
  process.exit(2);
}
const { postgres = '', pgbouncer = '', nginx = '' } = programs;

const report = new Report(
  `two-instances: 2 + 1 processes behind nginx, PgBouncer, guests' reads from a replica ${LAG} ms behind`,
);
const folder = mkdtempSync(join(tmpdir(), 'forum-drill-instances-'));
const toEnd: (() => unknown)[] = [() => rmSync(folder, { recursive: true, force: true })];
try {
  const databases = await startDatabases(folder, { postgres, pgbouncer });
  toEnd.push(() => databases.stop());
  const ports = { a: await freePort(), b: await freePort() };
  const proxy = await startProxy(folder, { program: nginx, ports: Object.values(ports) });
  toEnd.push(() => proxy.nginx.end('SIGTERM'));
  const where = { folder, databases, origin: `http://localhost:${proxy.port}` };
  const start = startForums(where);
  const instances = { a: await start(ports.a, 2), b: await start(ports.b, 1) };
  toEnd.push(() => Promise.all(Object.values(instances).map((one: Running) => one.end('SIGTERM'))));

  const stage = await setStage(where, ports);
  await agree(stage);
  const load = await startLoad(stage, proxy.port);
  const readsBefore = await databases.readsOfReplica();
  await pause(CALM);
  const replaced = instances.a.said('all web processes replaced');
  instances.a.child.kill('SIGHUP');
  await replaced;
  await pause(CALM);
  const code = await instances.b.end('SIGTERM');
  instances.b = await start(ports.b, 1);
  await pause(CALM);
  const reads = (await databases.readsOfReplica()) - readsBefore;
  await databases.killReplica();
  await pause(CALM);
  await databases.startReplica();
  await pause(CALM);
  const words = await load.stop();

  const rows = await ask(databases.direct, 'SELECT body FROM posts');
  const once = words.filter((word) => rows.filter(({ body }) => String(body).includes(word)).length === 1);
  report.none('acknowledged replies that are not there once', words.length - once.length, words.length);
  report.line('exit code of the instance that was stopped', String(code), { bar: '0', isGood: code === 0 });
  report.line('times that the replica was asked for posts', String(reads), { bar: '> 0', isGood: reads > 0 });
} finally {
  for (const end of toEnd.reverse()) await end();
}
process.exitCode = report.isMet ? 0 : 1;

/** What is done on one instance holds on the other. */
async function agree(stage: Stage): Promise<void> {
  await stage.moderator.signIn();
  for (const [what, look] of [
    ['wrong about who is signed in on the other', sessionsAgree],
    ['hidden on one, read by a guest on the other', hidingAgrees],
    ['barred on one, wrote on the other', barsAgree],
    ['own reply not read back on the other at once', ownWritesAgree],
  ] as const) {
    const { rounds, wrong } = await look(stage);
    report.none(what, wrong, rounds);
  }
}

/** Guests who read and members who write, through the proxy, until `stop`; that gives the words of what was acknowledged. */
async function startLoad({ topic, newMember }: Stage, port: number): Promise<{ stop(): Promise<string[]> }> {
  const members = await Promise.all(Array.from({ length: WRITERS }, newMember));
  const writing = await Promise.all(
    members.map(async (member) => ({ member, thread: await member.startThread(topic, 'Under load') })),
  );
  const paths = ['/', `/topics/${topic}`, anew('/'), ...writing.map(({ thread }) => thread)];
  const addressOf = (turn: number) => `http://127.0.0.1:${port}${paths[turn % paths.length] ?? '/'}`;
  const [guests, writers] = [steadyLoad(addressOf, GUESTS), keepWriting(writing)];
  return {
    async stop() {
      const [{ answered, refused, dropped }, { words, unseen, faults }] = [await guests.stop(), await writers.stop()];
      const unanswered = refused + dropped.length;
      report.none('requests of guests without an answer', unanswered, answered + unanswered, dropped);
      report.none('requests of members that failed', faults.length, words.length + faults.length, faults);
      report.none('replies not seen by who wrote them', unseen, words.length);
      return words;
    },
  };
}
