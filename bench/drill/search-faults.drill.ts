import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { search as words } from '#app/i18n/en/search.ts';
import { findMeilisearch, startMeilisearch } from '#search/testing/meilisearch-server.ts';
import { COMMON_OPTIONS, onBothDatabases } from './both-databases.ts';
import { firstTopic, newMembers } from './crowd.ts';
import type { Ground } from './ground.ts';
import { expectStatus, newWord, type Member } from './member.ts';
import type { Report } from './report.ts';
import { FaultySearch, type Fault } from './search-faults/faulty-search.ts';

/**
 * `npm run drill -- search-faults [--on server|embedded]`: between the forum and its Meilisearch stands something that refuses, hangs, fails, talks rubbish,
 * answers from long ago or without an end. Who writes does not notice, who searches is answered from PostgreSQL and told so, nobody finds what was
 * hidden, and when all is well again the index is what the database is.
 */
const { values } = parseArgs({ options: COMMON_OPTIONS });
const THREADS = 4;
const ANSWER_WITHIN_S = 1.5;
/** A server that failed is left alone for a while, and then has to be told what it missed. */
const HEALED_WITHIN_S = 60;
let asked = 0;
const FAULTS: readonly Fault[] = ['refused', 'hanging', 'failing', 'rubbish', 'huge'];

const binary = findMeilisearch();
if (binary === undefined) {
  console.error('search-faults needs what is not here: meilisearch on the PATH');
  process.exit(2);
}
await onBothDatabases('search-faults', values, async (ground, report) => {
  const meilisearch = await startMeilisearch(binary);
  const between = await FaultySearch.before(meilisearch.host);
  try {
    const env = { MEILI_HOST: between.host, MEILI_API_KEY: meilisearch.apiKey };
    await ground.start({ env });
    const stage = await setStage(ground);
    for (const fault of FAULTS) await suffer(fault, { between, stage, report });
    await findNothingHidden({ between, stage, report });
    const agreed = await timed(() => untilIndexesAgree(ground, env));
    report.within('until both indexes are what the posts are', agreed.seconds, HEALED_WITHIN_S);
  } finally {
    await between.close();
    await meilisearch.stop();
  }
});

type Stage = { origin: string; topic: string; word: string; member: Member; moderator: Member; threads: string[] };
type Scene = { between: FaultySearch; stage: Stage; report: Report };

/** Some threads with a word in common, found by Meilisearch. */
async function setStage(ground: Ground): Promise<Stage> {
  const { origin } = ground;
  const [member, moderator] = await newMembers(origin, 2);
  if (!member || !moderator) throw new Error('Nobody came');
  const { exit, said } = await ground.command(['admin', 'grant', moderator.penName, 'moderator']);
  if (exit !== 0) throw new Error(said);
  await moderator.signIn();
  const stage = {
    origin,
    topic: await firstTopic(origin),
    word: newWord(),
    member,
    moderator,
    threads: [] as string[],
  };
  for (let n = 0; n < THREADS; n++) await startThread(stage);
  await untilFound(stage);
  return stage;
}

async function startThread({ member, topic, word, threads }: Stage): Promise<void> {
  threads.push(await member.startThread(topic, 'To be found again', { word }));
}

/** Somebody writes and somebody searches while something is wrong; then all is well. */
async function suffer(fault: Fault, { between, stage, report }: Scene): Promise<void> {
  await between.have(fault);
  const searched = await timed(() => search(stage));
  const page = await (await fetch(`${stage.origin}/search?q=${stage.word}`, { headers: somewhere() })).text();
  const posted = await timed(() => startThread(stage));
  const { engine, total } = searched.result;
  const isSaid = page.includes(words.simpler) && engine === 'postgres';
  const isWhole = total === stage.threads.length - 1;
  report.within(`${fault}: until a search is answered`, searched.seconds, ANSWER_WITHIN_S);
  report.line(`${fault}: by which engine, with what`, `${engine}, ${total}`, {
    bar: 'postgres, all, said on the page',
    isGood: isSaid && isWhole,
  });
  report.within(`${fault}: until a thread is published`, posted.seconds, ANSWER_WITHIN_S);
  await between.have(undefined);
  const healed = await timed(() => untilFound(stage));
  report.within(`${fault}: healed, the new thread found too`, healed.seconds, HEALED_WITHIN_S);
}

/** The index still has what a moderator has hidden. */
async function findNothingHidden({ between, stage, report }: Scene): Promise<void> {
  const [thread = ''] = stage.threads;
  const { posts } = (await (await fetch(`${stage.origin}/api/v1/threads/${idOf(thread)}`)).json()) as {
    posts: { id: string }[];
  };
  await between.have('out of date');
  const hide = { intent: 'hide', reason: 'A drill' };
  expectStatus(await stage.moderator.browser.post(`/posts/${posts[0]?.id ?? ''}/moderate`, hide), 303);
  const { hits } = await search(stage);
  const page = await (await fetch(`${stage.origin}/search?q=${stage.word}`, { headers: somewhere() })).text();
  const shown = hits.filter(({ threadId }) => threadId === idOf(thread)).length + (page.includes(idOf(thread)) ? 1 : 0);
  report.line('answers that were out of date', String(between.repeated), { bar: '> 0', isGood: between.repeated > 0 });
  report.none('hits for what is hidden in them', shown, hits.length + 1);
  await between.have(undefined);
  stage.threads.shift();
  await untilFound(stage);
}

type Found = { engine: string; total: number; hits: { threadId: string }[] };

async function search({ origin, word }: Stage): Promise<Found> {
  const response = await fetch(`${origin}/api/v1/search?q=${word}&limit=50`, { headers: somewhere() });
  if (!response.ok) throw new Error(`A search was answered with ${response.status}`);
  return (await response.json()) as Found;
}

async function untilIndexesAgree(ground: Ground, env: Record<string, string>): Promise<void> {
  for (const begun = performance.now(); performance.now() - begun < 4_000 * HEALED_WITHIN_S;) {
    const { exit } = await ground.command(['search', 'verify'], env);
    if (exit === 0) return;
  }
  throw new Error('The indexes do not come to be what the posts are');
}

/** Until Meilisearch answers, and knows all threads. */
async function untilFound(stage: Stage): Promise<void> {
  for (const begun = performance.now(); performance.now() - begun < 4_000 * HEALED_WITHIN_S;) {
    const { engine, total } = await search(stage);
    if (engine === 'meilisearch' && total === stage.threads.length) return;
    await pause(200);
  }
  throw new Error('Meilisearch does not answer any more');
}

async function timed<Result>(work: () => Promise<Result>): Promise<{ result: Result; seconds: number }> {
  const begun = performance.now();
  const result = await work();
  return { result, seconds: (performance.now() - begun) / 1000 };
}

/** Searching is limited by address: here everybody comes from one of their own. */
function somewhere(): Record<string, string> {
  asked++;
  return { 'X-Forwarded-For': `10.2.${(asked >> 8) & 255}.${asked & 255}` };
}

/** The id of a thread, from its path. */
function idOf(thread: string): string {
  return thread.split('/')[2] ?? '';
}
