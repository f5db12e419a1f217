import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { anew } from '../anew.ts';
import { COMMON_OPTIONS, onBothDatabases, onServer } from './both-databases.ts';
import { steadyLoad } from './steady-load.ts';

/**
 * `npm run drill -- sigterm [--rounds 30] [--processes 1] [--on server|embedded]`: the forum is told to end while it is busy. Whatever it took on it
 * answers, and it ends by itself, without a fault and soon. Several processes need a PostgreSQL server.
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

const onThose = PROCESSES > 1 ? onServer : onBothDatabases;
await onThose('sigterm', values, async (ground, report) => {
  const { origin } = ground;
  const dropped: string[] = [];
  const codes = new Set<number | null>();
  let answered = 0;
  let longest = 0;
  for (let round = 0; round < ROUNDS; round++) {
    await ground.start({ env: { WEB_CONCURRENCY: String(PROCESSES) } });
    // A page that is made for each who asks, so that there is work at hand when the signal comes.
    const load = steadyLoad(() => origin + anew('/'));
    await pause(300 + 50 * (round % 8));
    const started = performance.now();
    codes.add(await ground.end('SIGTERM'));
    longest = Math.max(longest, (performance.now() - started) / 1000);
    const outcome = await load.stop();
    answered += outcome.answered;
    dropped.push(...outcome.dropped);
  }
  console.log(`  ${ROUNDS} rounds under load, processes: ${PROCESSES}`);
  report.none('accepted requests dropped', dropped.length, answered, dropped);
  const given = [...codes];
  report.line('exit code', given.join(', '), { bar: '0', isGood: given.every((code) => code === 0) });
  report.within('longest stop', longest, WITHIN_S);
});
