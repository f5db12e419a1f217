import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { startMeasured } from '../measured-server.ts';
import { steadyLoad } from './steady-load.ts';

/**
 * `npm run drill -- sigterm [--rounds 30]`: the forum is told to end while it is busy. Whatever it took on it answers, and it ends by
 * itself, without a fault and soon.
 */
const { values } = parseArgs({ options: { rounds: { type: 'string', default: '30' } } });
const ROUNDS = Number(values.rounds);
const WITHIN_S = 10;

const folder = mkdtempSync(join(tmpdir(), 'forum-drill-sigterm-'));
try {
  const dropped: string[] = [];
  const codes = new Set<number | null>();
  let answered = 0;
  let longest = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const env = { DATA_DIR: join(folder, 'data'), DEMO: '0', LOG_LEVEL: 'error' };
    const forum = await startMeasured('app/platform/host/start.mjs', {
      env: (port) => ({ ...env, PORT: String(port) }),
    });
    // The query is none that a kept page answers to, so that there is work at hand when the signal comes.
    const load = steadyLoad([forum.origin], '/?drill=1');
    await pause(300 + 50 * (round % 8));
    const started = performance.now();
    codes.add(await forum.stop());
    longest = Math.max(longest, (performance.now() - started) / 1000);
    const outcome = await load.stop();
    answered += outcome.answered;
    dropped.push(...outcome.dropped);
  }
  const isMet = dropped.length === 0 && longest < WITHIN_S && [...codes].every((code) => code === 0);
  console.log(`sigterm: ${ROUNDS} rounds under load, embedded database`);
  console.log(`  dropped of ${answered} accepted   ${dropped.length}   (bar 0)   ${[...new Set(dropped)].join(', ')}`);
  console.log(`  exit code                ${[...codes].join(', ')}   (bar 0)`);
  console.log(`  longest stop             ${longest.toFixed(1)} s   (bar < ${WITHIN_S} s)`);
  process.exitCode = isMet ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
