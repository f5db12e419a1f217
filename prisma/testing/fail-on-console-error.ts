import { format } from 'node:util';
import { afterEach, beforeEach } from 'vitest';

let errors: string[] = [];

beforeEach(() => {
  errors = [];
  console.error = (...args: unknown[]) => void errors.push(format(...args));
});

afterEach(() => {
  if (errors.length > 0) throw new Error(`console.error was called: ${errors.join('\n')}`);
});
