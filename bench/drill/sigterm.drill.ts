import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { findPostgres, startPostgres } from '#prisma/testing/postgres-server.ts';
import { anew } from '../anew.ts';
import { startMeasured } from '../measured-server.ts';
import { COMMON_OPTIONS } from './both-databases.ts';
import { Report } from './report.ts';
import { steadyLoad } from './steady-load.ts';

/**
 * `npm run drill -- sigterm [--rounds 30] [--processes 1] [--on server|embedded]`: the forum is told to end while it is busy. Whatever it took on it
 * answers, and it ends by itself, without a fault and soon. One process has the embedded database unless told otherwise, several have a PostgreSQL server.
 */
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '30' },
    processes: { type: 'string', default: '1' },
    ...COMMON_OPTIONS,
  },
});
const ROUNDS = Number(values.rounds);
const PROCESSES = Number(values.processes);
const WITHIN_S = 10;
const ON_SERVER = values.on === 'server' || PROCESSES > 1;

const folder = mkdtempSync(join(tmpdir(), 'forum-drill-sigterm-'));
const binaries = ON_SERVER ? await findPostgres() : undefined;
if (ON_SERVER && binaries === undefined) {
  console.error('sigterm needs what is not here: a PostgreSQL server');
  process.exit(2);
}
const server = binaries === undefined ? undefined : await startPostgres(binaries);
const onServer = server && {
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
    const env = { DATA_DIR: join(folder, 'data'), DEMO: '0', LOG_LEVEL: 'error', ...onServer };
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
  const on = server ? `PostgreSQL server, processes: ${PROCESSES}` : 'embedded database';
  const report = new Report(`sigterm: ${ROUNDS} rounds under load, ${on}`, { isPatient: values.patient === true });
  report.none('accepted requests dropped', dropped.length, answered, dropped);
  const given = [...codes];
  report.line('exit code', given.join(', '), { bar: '0', isGood: given.every((code) => code === 0) });
  report.within('longest stop', longest, WITHIN_S);
} finally {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
}
