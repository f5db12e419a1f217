import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { MEMORY_FLAGS } from './bound-memory.ts';

const known = execFileSync(process.execPath, ['--v8-options'], { encoding: 'utf8' });

it.each(Object.keys(MEMORY_FLAGS))('%s is a flag that this Node has', (flag) => {
  expect(known).toContain(`  ${flag} (`);
});
