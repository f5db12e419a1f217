import { expect, test } from 'vitest';
import { withoutContent } from './log.server.ts';

test('an error is logged by its kind and place, not by what it says', () => {
  const error = Object.assign(new TypeError('Invalid value for body: "what she told me\n    at home"'), {
    code: 'P2000',
  });
  const logged = withoutContent(error);
  expect(logged).toMatchObject({ error: 'TypeError', code: 'P2000' });
  expect(logged.at?.[0]).toContain('log.test');
  expect(JSON.stringify(logged)).not.toMatch(/she told|at home/);
});

test('what was thrown and is no error is logged by its type', () => {
  expect(withoutContent('a secret string')).toEqual({ error: 'string' });
});
