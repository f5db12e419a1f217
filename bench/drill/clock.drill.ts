import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { COMMON_OPTIONS, onBothDatabases } from './both-databases.ts';
import { firstTopic, newMembers } from './crowd.ts';
import { expectStatus, newWord, type Member } from './member.ts';
import type { Running } from './running.ts';

/**
 * `npm run drill -- clock [--on server|embedded]`: the forum's clock is set forward by a day and back, further back, and at last far ahead. Who is signed
 * in stays so until their time is over, and what was written stands in the order in which it was. On a server the database's clock stays right.
 */
const { values } = parseArgs({ options: COMMON_OPTIONS });
const CLOCK = './bench/attack/world/clock.mjs';
const DAY = 24 * 3_600_000;
/** Days by which it is off, one after the other. */
const SETTINGS = [0, 1, 0, -1, 0];
/** Days after which every session of today has ended, whatever was done with it. */
const LONG = 200;

await onBothDatabases('clock', values, async (ground, report) => {
  const forum = await ground.start({ load: CLOCK });
  const [member, reader] = await newMembers(ground.origin, 2);
  if (!member || !reader) throw new Error('Nobody came');
  const words = [newWord()];
  const [word] = words;
  const thread = await member.startThread(await firstTopic(ground.origin), 'Whatever the time is', {
    ...(word && { word }),
  });
  const sessions = [member, reader];
  const lost: string[] = [];
  let looks = 0;
  for (const days of SETTINGS) {
    await setClock(forum, days);
    for (const one of sessions) {
      looks++;
      if (!(await isSignedIn(one))) lost.push(`${days} days off`);
    }
    const next = newWord();
    expectStatus(await member.reply(thread, next), 303);
    words.push(next);
    // One who comes in by this clock, whatever it says next.
    const late = member.at(ground.origin);
    await late.signIn();
    sessions.push(late);
  }
  const { posts } = (await (
    await fetch(`${ground.origin}/api/v1/threads/${thread.split('/')[2] ?? ''}?limit=50`)
  ).json()) as {
    posts: { number: number; text: string }[];
  };
  const misplaced = words.filter(
    (one, place) => posts[place]?.number !== place + 1 || !posts[place].text.includes(one),
  );
  report.none('sessions that ended with the clock', lost.length, looks, lost);
  report.none('posts that are not where they were written', misplaced.length, words.length);

  await setClock(forum, LONG);
  const alive = [];
  for (const one of sessions) if (await isSignedIn(one)) alive.push(one);
  report.none(`sessions that are alive after ${LONG} days`, alive.length, sessions.length);
  await setClock(forum, 0);
  await member.signIn();
  const isBack = await isSignedIn(member);
  report.line('signing in when it is right again', isBack ? 'works' : 'fails', { bar: 'works', isGood: isBack });
});

async function setClock({ child }: Running, days: number): Promise<void> {
  const set = once(child, 'message');
  child.send({ now: Date.now() + days * DAY });
  await set;
}

async function isSignedIn({ browser }: Member): Promise<boolean> {
  return browser.isSignedIn && (await browser.get('/me')).status === 200;
}
