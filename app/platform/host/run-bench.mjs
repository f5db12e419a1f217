import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';

/** What is run by name: the folder, how its files end, and what one of them is called. */
const BENCHMARKS = { folder: 'bench', ending: '.bench.ts', one: 'benchmark' };
const DRILLS = { folder: 'bench/drill', ending: '.drill.ts', one: 'drill' };

/**
 * `npm run bench -- NAME`: runs bench/NAME.bench.ts, or all of them. What begins with the first option is for the benchmark itself.
 *
 * @param {string[]} args
 * @returns {number} the exit code
 */
export function runBench(args) {
  return runNamed(args, BENCHMARKS);
}

/**
 * `npm run drill -- NAME`: runs bench/drill/NAME.drill.ts, or all of them. Each prints its figure and its bar, and ends with 1 when the
 * bar is missed.
 *
 * @param {string[]} args
 * @returns {number} the exit code
 */
export function runDrill(args) {
  return runNamed(args, DRILLS);
}

/**
 * @param {string[]} args
 * @param {{ folder: string, ending: string, one: string }} kind
 */
function runNamed(args, { folder, ending, one }) {
  const firstOption = args.findIndex((arg) => arg.startsWith('--'));
  const names = firstOption === -1 ? args : args.slice(0, firstOption);
  const options = args.slice(names.length);
  const known = readdirSync(folder)
    .filter((file) => file.endsWith(ending))
    .map((file) => file.slice(0, -ending.length));
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    console.error(`There is no ${one} ${unknown.join(', ')}. There are: ${known.join(', ')}`);
    return 2;
  }
  const chosen = names.length > 0 ? names : known;
  const runs = chosen.map((name) =>
    spawnSync(process.execPath, ['--import', 'tsx', `${folder}/${name}${ending}`, ...options], { stdio: 'inherit' }),
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
