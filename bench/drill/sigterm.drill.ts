import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { findPostgres, startPostgres } from '#prisma/testing/postgres-server.ts';
import { anew } from '../anew.ts';
import { startMeasured } from '../measured-server.ts';
import { Report } from './report.ts';
import { steadyLoad } from './steady-load.ts';

/**
 * `npm run drill -- sigterm [--rounds 30] [--processes 1]`: the forum is told to end while it is busy. Whatever it took on it answers, and it ends by
 * itself, without a fault and soon. One process has the embedded database, several have a PostgreSQL server.
 */
const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '30' }, processes: { type: 'string', default: '1' } },
});
const ROUNDS = Number(values.rounds);
const PROCESSES = Number(values.processes);
const WITHIN_S = 10;

const folder = mkdtempSync(join(tmpdir(), 'forum-drill-sigterm-'));
const binaries = PROCESSES > 1 ? await findPostgres() : undefined;
if (PROCESSES > 1 && binaries === undefined) {
  console.error('sigterm needs what is not here for several processes: a PostgreSQL server');
  process.exit(2);
}
const server = binaries === undefined ? undefined : await startPostgres(binaries);
const several = server && {
  DATABASE_URL: server.url,
  WEB_CONCURRENCY: String(PROCESSES),
  SEAL_KEY: randomBytes(32).toString('base64'),
};
try {
  const dropped: string[] = [];
  const codes = new Set<number | null>();
  let answered = 0;
  let longest = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const env = { DATA_DIR: join(folder, 'data'), DEMO: '0', LOG_LEVEL: 'error', ...several };
    const forum = await startMeasured('app/platform/host/start.mjs', {
      env: (port) => ({ ...env, PORT: String(port) }),
    });
    // The query is none that a kept page answers to, so that there is work at hand when the signal comes.
    const load = steadyLoad(() => forum.origin + anew('/'));
    await pause(300 + 50 * (round % 8));
    const started = performance.now();
    codes.add(await forum.stop());
    longest = Math.max(longest, (performance.now() - started) / 1000);
    const outcome = await load.stop();
    answered += outcome.answered;
    dropped.push(...outcome.dropped);
  }
  const on = several ? `${PROCESSES} processes on a server` : 'embedded database';
  const report = new Report(`sigterm: ${ROUNDS} rounds under load, ${on}`);
  report.none('accepted requests dropped', dropped.length, answered, dropped);
  const given = [...codes];
  report.line('exit code', given.join(', '), { bar: '0', isGood: given.every((code) => code === 0) });
  report.within('longest stop', longest, WITHIN_S);
} finally {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
}
