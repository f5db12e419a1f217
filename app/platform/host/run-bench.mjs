import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { FiguresTable } from './figures-table.mjs';

/** What is run by name: the folder, how its files end, and what one of them is called. */
const BENCHMARKS = { folder: 'bench', ending: '.bench.ts', one: 'benchmark' };
const DRILLS = { folder: 'bench/drill', ending: '.drill.ts', one: 'drill' };

/**
 * `npm run bench -- NAME`: runs bench/NAME.bench.ts, or several, or all of them, one after the other; of more than one the figures stand in one
 * table at the end. What begins with the first option is for the benchmark itself.
 *
 * @param {string[]} args
 * @returns {number} the exit code
 */
export function runBench(args) {
  return runNamed(args, BENCHMARKS);
}

/**
 * `npm run drill -- NAME`: the same with bench/drill/NAME.drill.ts. Each prints its figure and its bar, and ends with 1 when the bar is
 * missed.
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
  const table = new FiguresTable();
  const met = chosen.map((name) =>
    table.gather(name, (env) =>
      spawnSync(process.execPath, ['--import', 'tsx', `${folder}/${name}${ending}`, ...options], {
        stdio: 'inherit',
        env: { ...process.env, ...env },
      }),
    ),
  );
  const text = table.end();
  if (chosen.length > 1) console.log(`\n${text}`);
  return met.every(Boolean) ? 0 : 1;
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
