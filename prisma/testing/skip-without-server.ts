import { inject, TestRunner } from 'vitest';
import type { RunnerTask, RunnerTestFile } from 'vitest';

/** Without a server every test counts as skipped and no hook runs; why, the project's global setup has said. */
// eslint-disable-next-line no-restricted-syntax -- Vitest asks for it
export default class SkipWithoutServer extends TestRunner {
  onCollected(files: RunnerTestFile[]): void {
    // A project has one of them.
    const servers: readonly (object | undefined)[] = [inject('serverBase'), inject('meilisearch')];
    if (servers.some((server) => server && 'missing' in server)) files.forEach(skip);
  }
}

function skip(task: RunnerTask): void {
  task.mode = 'skip';
  if (task.type === 'suite') task.tasks.forEach(skip);
}
