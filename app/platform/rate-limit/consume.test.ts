import { beforeEach, expect, test } from 'vitest';
import { consume, forgetLimits } from './consume.server.ts';
import { LIMITS } from './limits.ts';

const { times } = LIMITS.recover;
beforeEach(forgetLimits);

async function useUp(key: string): Promise<void> {
  for (let i = 0; i < times; i++) await consume('recover', key);
}

test('one more than the limit is refused, and told when to come again', async () => {
  await useUp('somebody');
  const refused: unknown = await consume('recover', 'somebody').catch((error: unknown) => error);
  expect(refused).toMatchObject({ name: 'DomainError', code: 'too-many', status: 429 });
  expect(refused).toHaveProperty('retryAfter', LIMITS.recover.seconds);
});

test('neither another person nor another action is touched by it', async () => {
  await useUp('somebody');
  await consume('recover', 'somebody else');
  await consume('sign-in', 'somebody');
});
