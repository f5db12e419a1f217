import { setTimeout as pause } from 'node:timers/promises';
import { expectStatus, newWord, type Member } from '../member.ts';

/** How often something was tried, and how often it came out wrong. */
export type Tally = { rounds: number; wrong: number };

/** Two instances of a forum by their addresses, and who acts on them. */
export type Stage = { a: string; b: string; topic: string; moderator: Member; newMember: () => Promise<Member> };

const ROUNDS = 10;

/** Who signs in on one instance is known on the other with the next request, and after signing out no longer. */
export async function sessionsAgree({ a, b, newMember }: Stage): Promise<Tally> {
  const member = await newMember();
  member.browser.at = a;
  return tally(async () => {
    await member.signIn();
    const { token = '' } = member.browser;
    const asMember = () => fetch(`${b}/me`, { headers: { Cookie: `session=${token}` }, redirect: 'manual' });
    const before = await asMember();
    expectStatus(await member.browser.post('/sign-out', {}), 303);
    const after = await asMember();
    return before.status === 200 && after.status !== 200;
  });
}

/** What is hidden on one instance a guest does not read on the other, whatever that has kept and however far the replica is. */
export async function hidingAgrees({ a, b, topic, moderator, newMember }: Stage): Promise<Tally> {
  const member = await newMember();
  const thread = await member.startThread(topic, 'Hidden on one, read on the other');
  moderator.browser.at = a;
  return tally(async () => {
    const word = newWord();
    expectStatus(await member.reply(thread, word), 303);
    const read = () =>
      Promise.all([b + thread, `${b}${answerPath(thread)}`].map(async (from) => (await fetch(from)).text()));
    while (!(await read()).every((text) => text.includes(word))) await pause(50);
    const postId = await idOfPost(a, thread, word);
    expectStatus(await moderator.browser.post(`/posts/${postId}/moderate`, { intent: 'hide', reason: 'A drill' }), 303);
    return !(await read()).some((text) => text.includes(word));
  });
}

/** Who is barred on one instance writes nothing on the other. */
export async function barsAgree({ a, b, topic, moderator, newMember }: Stage): Promise<Tally> {
  const thread = await (await newMember()).startThread(topic, 'Barred on one, wrote on the other');
  moderator.browser.at = a;
  return tally(async () => {
    const member = await newMember();
    const word = newWord();
    member.browser.at = b;
    expectStatus(await member.reply(thread, word), 303);
    const bar = { intent: 'give', kind: 'bar', length: '1', reason: 'A drill' };
    expectStatus(await moderator.browser.post(`/posts/${await idOfPost(a, thread, word)}/writer`, bar), 303);
    return (await member.reply(thread, newWord())).status !== 303;
  });
}

/** What somebody wrote on one instance they read on the other with the next request. */
export async function ownWritesAgree({ a, b, topic, newMember }: Stage): Promise<Tally> {
  const member = await newMember();
  const thread = await member.startThread(topic, 'Written on one, read on the other');
  return tally(async (round) => {
    const [first, second] = round % 2 === 0 ? [a, b] : [b, a];
    const word = newWord();
    member.browser.at = first;
    expectStatus(await member.reply(thread, word), 303);
    member.browser.at = second;
    return (await member.browser.get(thread)).text.includes(word);
  });
}

async function tally(isRight: (round: number) => Promise<boolean>): Promise<Tally> {
  let wrong = 0;
  for (let round = 0; round < ROUNDS; round++) if (!(await isRight(round))) wrong++;
  return { rounds: ROUNDS, wrong };
}

/** As a guest learns it, who may have to wait for the replica. */
async function idOfPost(origin: string, thread: string, word: string): Promise<string> {
  for (;;) {
    const { posts } = (await (await fetch(origin + answerPath(thread))).json()) as {
      posts: { id: string; text: string }[];
    };
    const found = posts.find(({ text }) => text.includes(word));
    if (found) return found.id;
    await pause(50);
  }
}

function answerPath(thread: string): string {
  return `/api/v1/threads/${thread.split('/')[2] ?? ''}?limit=50`;
}
