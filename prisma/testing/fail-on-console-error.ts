import { format } from 'node:util';
import { afterEach, beforeEach, vi } from 'vitest';

let errors: string[] = [];

beforeEach(() => {
  errors = [];
  vi.spyOn(console, 'error').mockImplementation((...args) => {
    errors.push(format(...args));
  });
});

afterEach(() => {
  if (errors.length > 0) throw new Error(`console.error was called: ${errors.join('\n')}`);
});
