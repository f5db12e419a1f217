import { readFileSync } from 'node:fs';
import { readConfig } from '#app/platform/config.server.ts';
import { db } from '#app/platform/db.server.ts';
import { openForum } from '#app/platform/host/open-forum.server.ts';
import { threadPath } from '#app/platform/urls.ts';
import { makeJoined } from '#prisma/factories/signed-in.ts';
import { makeReply, makeThread } from '#prisma/factories/thread.ts';
import { startMeasuredForum, type MeasuredServer } from '../measured-server.ts';

export const POSTS = 20;
const TOPIC = 'email-and-text';
const DEMO_TEXTS = 'prisma/seed/content/demo-threads.jsonl';
const WRITERS = 6;

export type DemoForum = { server: MeasuredServer; threadPath: string; token: string };

type DemoLine = { language: string; title: string; body: string; replies: { body: string }[] };

/** The built forum with its demonstration threads, a thread of twenty posts, and the session of somebody who writes in that one. */
export async function startDemoForum(env: { DATA_DIR: string; SEAL_KEY: string }): Promise<DemoForum> {
  const start = (): Promise<MeasuredServer> => startMeasuredForum(env);
  // The first start brings topics and threads.
  await (await start()).stop();
  const forum = await openForum(readConfig(env), () => {});
  const written = await writeThread().finally(() => forum.close());
  return { ...written, server: await start() };
}

/** Its posts are as long as people write them: those of the demonstration threads, each another one. */
async function writeThread(): Promise<{ threadPath: string; token: string }> {
  const lines = readFileSync(DEMO_TEXTS, 'utf8').trim().split('\n');
  const english = lines.map((line) => JSON.parse(line) as DemoLine).filter(({ language }) => language === 'en');
  const [first, ...others] = english;
  if (first === undefined) throw new Error(`${DEMO_TEXTS} has no thread in English`);
  const replies = others.flatMap((line) => line.replies).slice(0, POSTS - 1);
  const writers = await Promise.all(Array.from({ length: WRITERS }, () => makeJoined()));
  const [opener, ...answering] = writers.map(({ member }) => member);
  const [reader] = writers;
  if (opener === undefined || reader === undefined) throw new Error('Nobody has joined');
  const { id } = await makeThread(opener, {
    topic: TOPIC,
    perspective: 'client',
    title: first.title,
    body: first.body,
  });
  for (const [index, { body }] of replies.entries()) {
    const turn = index % answering.length;
    const [as, perspective] = turn % 2 === 0 ? ['anonymous', 'therapist'] : ['pen-name', 'client'];
    await makeReply(answering[turn] ?? opener, id, { body, perspective, as });
  }
  const thread = await db.thread.findUniqueOrThrow({ where: { id }, select: { id: true, slug: true } });
  return { threadPath: threadPath(thread), token: reader.session.token };
}
