import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { HEAP_FLAG } from './bound-heap.ts';

it('speaks of a flag that this Node has', () => {
  expect(execFileSync(process.execPath, ['--v8-options'], { encoding: 'utf8' })).toContain(`  ${HEAP_FLAG} (`);
});
