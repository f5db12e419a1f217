import { inject, TestRunner } from 'vitest';
import type { RunnerTask, RunnerTestFile } from 'vitest';

/** Without a server every test counts as skipped, under its name and the reason, and no hook runs. */
export default class SkipWithoutServer extends TestRunner {
  onCollected(files: RunnerTestFile[]): void {
    const base = inject('serverBase');
    if ('missing' in base) files.forEach((file) => skip(file, base.missing));
  }
}

function skip(task: RunnerTask, reason: string): void {
  task.mode = 'skip';
  if (task.type === 'test') task.name += ` (${reason})`;
  else task.tasks.forEach((inner) => skip(inner, reason));
}
