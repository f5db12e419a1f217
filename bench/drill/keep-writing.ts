import { NoAnswer } from '../attack/world/browser.ts';
import { expectStatus, newWord, UnexpectedStatus, type Member, type WriteAs } from './member.ts';

type Plan = { topic: string; acknowledged: (word: string) => void };

/** Of so many writings one starts a thread. */
const THREADS = 5;

/**
 * Members who start threads and reply in each other's, anonymously and under their pen names, without a pause, until `stop` or until nobody
 * answers. `begun` waits for the first answer; `stop` gives what was answered by anything but an acknowledgement.
 */
export function keepWriting(
  members: readonly Member[],
  { topic, acknowledged }: Plan,
): { begun: Promise<void>; stop(): Promise<string[]> } {
  const faults: string[] = [];
  const threads: string[] = [];
  let isOver = false;
  const write = async (member: Member, { turn, as }: { turn: number; as: WriteAs }): Promise<void> => {
    const word = newWord();
    const thread = threads[turn % Math.max(1, threads.length)];
    if (thread === undefined || turn % THREADS === 0) {
      threads.push(await member.startThread(topic, 'While it lasts', { word, as }));
      acknowledged(word);
      return;
    }
    expectStatus(await member.reply(thread, word, as), 303);
    acknowledged(word);
  };
  let begin = (): void => {};
  const begun = new Promise<void>((resolve) => (begin = resolve));
  const writing = members.map(async (member, place) => {
    // Always as the same: to be both in one thread takes a second thought, which the form asks for.
    const as = place % 2 === 0 ? 'anonymous' : 'pen-name';
    for (let turn = place; !isOver; turn++) {
      try {
        await write(member, { turn, as }).finally(begin);
      } catch (error) {
        // Nobody answers any more: that is what the drill is about. Whoever does answer is heard.
        if (error instanceof NoAnswer) return;
        if (!(error instanceof UnexpectedStatus)) throw error;
        faults.push(`status ${error.status}`);
      }
    }
  });
  return {
    begun,
    async stop() {
      isOver = true;
      await Promise.all(writing);
      return faults;
    },
  };
}
