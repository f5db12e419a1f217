import * as acts from './acts.ts';
import type { KnownThread, Visitor, Written } from './acts.ts';
import type { ActKind, Act } from './truth.ts';

const MINUTE = 60_000;

/** What people find when they come: the threads there are, and a diary that the attacker never sees. */
export type Surroundings = {
  threads: Map<string, KnownThread>;
  topics: readonly string[];
  /** Share of writings that start a thread. */
  startShare: number;
  note(visitor: Visitor, kind: ActKind, what?: Partial<Act>): void;
};

export type SittingPlan = { writings: number; reads: number; isFirst: boolean };

/** Yields before each act how many ms pass until it. */
export async function* sitting(
  visitor: Visitor,
  plan: SittingPlan,
  around: Surroundings,
): AsyncGenerator<number, void, void> {
  const { person, random, browser } = visitor;
  const pause = (minutes: number): number => (0.2 + random.number() * minutes) * MINUTE;
  if (plan.isFirst) {
    await acts.join(visitor);
    around.note(visitor, 'join');
  } else if (!browser.isSignedIn) {
    await acts.signIn(visitor);
    around.note(visitor, 'sign-in');
  }
  yield pause(2);
  await browser.get('/');
  // Whose role has changed meanwhile finds the session ended.
  if (!browser.isSignedIn) {
    await acts.signIn(visitor);
    around.note(visitor, 'sign-in');
  }
  if (random.chance(0.3)) await acts.lookAtOwnPages(visitor);
  for (const thread of threadsToRead(visitor, plan.reads, around)) {
    yield pause(6);
    await acts.readThread(visitor, thread);
    around.note(visitor, 'read', { threadId: thread.id });
    await maybeFlag(visitor, thread, around);
  }
  if (person.habit === 'staff') await moderate(visitor, around);
  for (let left = plan.writings; left > 0; left--) {
    yield pause(25);
    yield* writing(visitor, around);
  }
  if (person.isCautious) {
    yield pause(2);
    await acts.signOut(visitor);
    around.note(visitor, 'sign-out');
  }
}

async function* writing(visitor: Visitor, around: Surroundings): AsyncGenerator<number, void, void> {
  const { person, random } = visitor;
  const readable = threadsFor(visitor, around);
  if (readable.length === 0 || random.chance(around.startShare)) {
    const as = random.chance(person.anonymousShare) ? 'anonymous' : 'pen-name';
    const topic = random.pick(random.chance(0.5) ? person.topics : around.topics);
    noteWritten(visitor, around, { ...(await acts.startThread(visitor, { topic, as })), as, topic });
    return;
  }
  const thread = random.pickBy(readable, (one) => interest(visitor, one));
  await acts.readThread(visitor, thread);
  around.note(visitor, 'read', { threadId: thread.id });
  if (random.chance(0.25)) {
    await acts.saveDraft(visitor, thread);
    around.note(visitor, 'draft', { threadId: thread.id });
  }
  yield random.number() * 4 * MINUTE;
  const as = thread.writers.get(person.index) ?? (random.chance(person.anonymousShare) ? 'anonymous' : 'pen-name');
  const written = await acts.reply(visitor, { thread, as });
  noteWritten(visitor, around, { ...written, as, topic: thread.topic });
  if (random.chance(0.4)) {
    await acts.followThread(visitor, thread);
    around.note(visitor, 'follow', { threadId: thread.id });
  }
  yield random.number() * 5 * MINUTE;
  if (random.chance(0.1) && (await acts.editPost(visitor, thread, written.number))) {
    around.note(visitor, 'edit', { threadId: thread.id, number: written.number });
  }
  if (random.chance(0.01) && (await acts.erasePost(visitor, thread, written.number))) {
    around.note(visitor, 'erase', { threadId: thread.id, number: written.number });
  }
}

type NewWriting = Written & { as: 'anonymous' | 'pen-name'; topic: string };

function noteWritten(visitor: Visitor, around: Surroundings, { as, topic, slug, ...written }: NewWriting): void {
  const { threadId, number } = written;
  const known = around.threads.get(threadId);
  const language = known?.language ?? visitor.person.language;
  const thread = known ?? { id: threadId, slug, language, topic, lastNumber: 0, at: 0, writers: new Map() };
  thread.lastNumber = number;
  thread.writers.set(visitor.person.index, as);
  around.threads.delete(threadId);
  // The latest stand last.
  around.threads.set(threadId, thread);
  around.note(visitor, 'post', { ...written, anonymous: as === 'anonymous' });
}

/** People flag mostly where they write. */
async function maybeFlag(visitor: Visitor, thread: KnownThread, around: Surroundings): Promise<void> {
  const { random, person } = visitor;
  if (!random.chance(thread.writers.has(person.index) ? 0.5 : 0.03)) return;
  const number = 1 + random.below(thread.lastNumber);
  const word = random.letters(12);
  if (await acts.flagPost(visitor, { thread, number, word })) {
    around.note(visitor, 'flag', { threadId: thread.id, number, word });
  }
}

/** Staff look at a post now and then; without a second factor their role rests after some days. */
async function moderate(visitor: Visitor, around: Surroundings): Promise<void> {
  const thread = threadsToRead(visitor, 1, around)[0];
  if (!thread || !visitor.random.chance(0.5)) return;
  const number = 1 + visitor.random.below(thread.lastNumber);
  if (await acts.hidePost(visitor, thread, number)) around.note(visitor, 'moderate', { threadId: thread.id, number });
}

function threadsFor({ person }: Visitor, { threads }: Surroundings): KnownThread[] {
  return [...threads.values()].slice(-80).filter(({ language }) => language === 'en' || person.language === language);
}

function threadsToRead(visitor: Visitor, count: number, around: Surroundings): KnownThread[] {
  const there = threadsFor(visitor, around);
  if (there.length === 0) return [];
  return Array.from({ length: count }, () => visitor.random.pickBy(there, (one) => interest(visitor, one)));
}

/** One's own language and topics draw, and what one has written in draws most. */
function interest({ person }: Visitor, thread: KnownThread): number {
  const language = thread.language === person.language ? 1 : 0.1;
  const topic = person.topics.includes(thread.topic) ? 2 : 1;
  return language * topic * (thread.writers.has(person.index) ? 6 : 1);
}
