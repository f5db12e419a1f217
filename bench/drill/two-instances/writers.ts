import { setTimeout as pause } from 'node:timers/promises';
import { newWord, type Member } from '../member.ts';

/** The words that were acknowledged, whose own writer then did not see them, and what went wrong otherwise. */
export type Written = { words: string[]; unseen: number; faults: string[] };

/** Ms between two replies of one member. */
const THOUGHT = 250;

/** Members who reply to a thread each and read what they wrote, one after the other without an end, until `stop`. */
export function keepWriting(members: readonly { member: Member; thread: string }[]): { stop(): Promise<Written> } {
  const written: Written = { words: [], unseen: 0, faults: [] };
  let isOver = false;
  const write = async (member: Member, thread: string): Promise<void> => {
    while (!isOver) {
      const word = newWord();
      const answer = await member.reply(thread, word);
      if (answer.status === 303) {
        written.words.push(word);
        const page = await member.browser.get((answer.location ?? '').replace(/#.*$/, ''));
        if (page.status !== 200) written.faults.push(`status ${page.status}`);
        else if (!page.text.includes(word)) written.unseen++;
      } else written.faults.push(`status ${answer.status}`);
      await pause(THOUGHT);
    }
  };
  const writing = members.map(async ({ member, thread }) => {
    while (!isOver) await write(member, thread).catch((error: unknown) => written.faults.push(String(error)));
  });
  return {
    async stop() {
      isOver = true;
      await Promise.all(writing);
      return written;
    },
  };
}
