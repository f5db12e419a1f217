import { expect, test } from 'vitest';
import { runInOrder } from './schedule.ts';

test('what several people do happens in the order of its times, whoever does it', async () => {
  const done: string[] = [];
  let now = 0;
  async function* story(name: string, waits: number[]): AsyncGenerator<number, void, void> {
    for (const wait of waits) {
      done.push(`${name} ${now}`);
      yield wait;
    }
    done.push(`${name} ${now}`);
  }
  await runInOrder(
    [
      { at: 5, story: story('a', [10, 1]) },
      { at: 7, story: story('b', [1, 20]) },
    ],
    async (time) => void (now = time),
  );
  expect(done).toEqual(['a 5', 'b 7', 'b 8', 'a 15', 'a 16', 'b 28']);
});
