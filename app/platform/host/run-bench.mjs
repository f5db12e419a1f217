import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';

/**
 * `npm run bench -- NAME`: runs bench/NAME.bench.ts, or all of them. What begins with the first option is for the benchmark itself.
 *
 * @param {string[]} args
 * @returns {number} the exit code
 */
export function runBench(args) {
  const firstOption = args.findIndex((arg) => arg.startsWith('--'));
  const names = firstOption === -1 ? args : args.slice(0, firstOption);
  const options = args.slice(names.length);
  const known = readdirSync('bench')
    .filter((file) => file.endsWith('.bench.ts'))
    .map((file) => file.slice(0, -'.bench.ts'.length));
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    console.error(`There is no benchmark ${unknown.join(', ')}. There are: ${known.join(', ')}`);
    return 2;
  }
  const chosen = names.length > 0 ? names : known;
  const runs = chosen.map((name) =>
    spawnSync(process.execPath, ['--import', 'tsx', `bench/${name}.bench.ts`, ...options], { stdio: 'inherit' }),
  );
  return runs.every(({ status }) => status === 0) ? 0 : 1;
}

/**
 * `npm run attack`: bench/attack/run.ts, which says what its arguments are.
 *
 * @param {string[]} args
 * @returns {number} the exit code
 */
export function runAttack(args) {
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', 'bench/attack/run.ts', ...args], {
    stdio: 'inherit',
  });
  return status ?? 1;
}
