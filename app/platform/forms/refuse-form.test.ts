import { beforeEach, expect, test } from 'vitest';
import { useLogLevel } from '../log.server.ts';
import { WHOLE_FORM } from './faults.ts';
import { keepingText } from './refuse-form.server.ts';

const typed = { body: 'What I wrote for an hour' };

beforeEach(() => useLogLevel('silent'));

test('a form comes back with its text when the disk of the database is full, or it is away', async () => {
  for (const code of ['53100', '57P03', 'ECONNREFUSED']) {
    const answer = await keepingText(typed, () => Promise.reject(Object.assign(new Error('no'), { code })));
    expect(answer).toMatchObject({
      data: { typed, faults: { [WHOLE_FORM]: { key: 'faults.unavailable' } } },
      init: { status: 503, headers: { 'Retry-After': '5' } },
    });
  }
});

test('a bug goes its way', async () => {
  const bug = new Error('no');
  await expect(keepingText(typed, () => Promise.reject(bug))).rejects.toBe(bug);
});
