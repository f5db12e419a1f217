import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';
import { findBrowser } from './find-browser.mjs';

const RESULTS = 'test-results';
const KINDS = ['static', 'unit', 'e2e'];

/**
 * What became of a kind of tests. `failed` says what failed, and why in a few lines: a log of thousands of lines is often seen from its end.
 *
 * @typedef {{ name: string, why: string }} Failure
 * @typedef {{ passed: number, failed: Failure[], skipped: string[] }} Totals
 */

const LINES_OF_A_FAILURE = 12;

/**
 * `npm test`: types, lint and format, unit and integration tests, browser tests, and one line of totals at the end. `static`, `unit` or
 * `e2e` as the first argument runs that kind alone; what follows is handed to its runner. `quick`: what is the same on both kinds of database is
 * tested on a server alone, where one is found (vitest.config.ts).
 *
 * @param {string[]} args
 * @param {{ build: () => void, quick: boolean }} options `build` makes the build current: the browser tests and some others run what is built
 * @returns {Promise<number>} the exit code
 */
export async function runTests(args, { build, quick }) {
  const kinds = KINDS.includes(args[0] ?? '') ? [args[0]] : KINDS;
  const rest = kinds.length === 1 ? args.slice(1) : args;
  build();
  rmSync(RESULTS, { recursive: true, force: true });
  mkdirSync(RESULTS, { recursive: true });
  // The checks are short of the tests by far, and the tests leave a core idle here and there: side by side they take the least time.
  const [checks, unit] = await Promise.all([
    kinds.includes('static') ? runStatic() : [],
    kinds.includes('unit') ? runVitest(rest, quick && rest.length === 0) : undefined,
  ]);
  const e2e = kinds.includes('e2e') ? await runPlaywright(rest) : undefined;
  return report([...checks, ...[unit, e2e].filter((part) => part !== undefined)]);
}

/** Types, lint and format count as one test each. @returns {Promise<Totals[]>} */
async function runStatic() {
  const cache = ['--cache', '--cache-location', 'node_modules/.cache/eslint'];
  const lint = check('lint', ['node_modules/eslint/bin/eslint.js', '.', ...cache]);
  const types = await check('types', ['node_modules/typescript/bin/tsc', '-p', '.']);
  const format = await check('format', [
    'node_modules/prettier/bin/prettier.cjs',
    '--check',
    '--log-level',
    'warn',
    '.',
  ]);
  return [types, await lint, format];
}

/** @param {string} name @param {string[]} argv @returns {Promise<Totals>} */
async function check(name, argv) {
  const { status, output } = await node(argv, { quiet: true });
  if (status !== 0) console.log(output);
  console.log(`${status === 0 ? '✓' : '✗'} ${name}`);
  return { passed: status === 0 ? 1 : 0, failed: status === 0 ? [] : [failure(name, output)], skipped: [] };
}

/** @param {string[]} rest @param {boolean} quick @returns {Promise<Totals>} */
async function runVitest(rest, quick) {
  const file = `${RESULTS}/vitest.json`;
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const { status } = await node(['node_modules/vitest/vitest.mjs', 'run', ...reporters, ...rest], {
    env: quick ? { QUICK: '1' } : {},
  });
  const files = readReport(file)?.testResults ?? [];
  const tests = files.flatMap((/** @type {any} */ suite) => suite.assertionResults);
  const failed = tests
    .filter((/** @type {any} */ test) => test.status === 'failed')
    .map((/** @type {any} */ test) => failure(test.fullName, test.failureMessages.join('\n')));
  // A file that cannot even be loaded has no tests to fail.
  const unloaded = files
    .filter((/** @type {any} */ suite) => suite.status === 'failed' && suite.assertionResults.length === 0)
    .map((/** @type {any} */ suite) => failure(suite.name, suite.message));
  return {
    passed: tests.filter((/** @type {any} */ test) => test.status === 'passed').length,
    failed: orAtLeastOne([...failed, ...unloaded], 'vitest', status),
    skipped: tests
      .filter((/** @type {any} */ test) => !['passed', 'failed'].includes(test.status))
      .map((/** @type {any} */ test) => test.fullName),
  };
}

/** @param {string[]} rest @returns {Promise<Totals>} */
async function runPlaywright(rest) {
  const browser = await findBrowser();
  const file = `${RESULTS}/playwright.json`;
  const { status } = await node(['node_modules/@playwright/test/cli.js', 'test', ...(browser ? rest : ['--list'])], {
    env: { ...(browser && { CHROMIUM_PATH: browser }), PLAYWRIGHT_JSON_OUTPUT_FILE: file },
  });
  const tests = readReport(file)?.suites.flatMap(testsIn) ?? [];
  const names = (/** @type {string[]} */ wanted) =>
    tests.filter((/** @type {any} */ test) => wanted.includes(test.status)).map((/** @type {any} */ test) => test.name);
  if (!browser)
    return { passed: 0, failed: [], skipped: tests.map((/** @type {any} */ test) => `${test.name} (no Chromium)`) };
  const failed = tests
    .filter((/** @type {any} */ test) => ['unexpected', 'flaky'].includes(test.status))
    .map((/** @type {any} */ test) => failure(test.name, test.why));
  return {
    passed: names(['expected']).length,
    failed: orAtLeastOne(failed, 'playwright', status),
    skipped: names(['skipped']),
  };
}

/** @param {any} suite @returns {{ name: string, status: string, why: string }[]} */
function testsIn(suite) {
  const here = (suite.specs ?? []).flatMap((/** @type {any} */ spec) =>
    spec.tests.map((/** @type {any} */ test) => ({
      name: `${spec.title} [${test.projectName}]`,
      status: test.status,
      why: test.results
        .flatMap((/** @type {any} */ result) => result.errors)
        .map((/** @type {any} */ error) => error.message)
        .join('\n'),
    })),
  );
  return [...here, ...(suite.suites ?? []).flatMap(testsIn)];
}

/** @param {string} name @param {string} why @returns {Failure} */
function failure(name, why) {
  return { name, why: stripVTControlCharacters(why).trim().split('\n').slice(0, LINES_OF_A_FAILURE).join('\n') };
}

/** A runner that ends badly without naming a test has failed all the same. @param {Failure[]} failed @param {string} runner @param {number} status */
function orAtLeastOne(failed, runner, status) {
  return failed.length > 0 || status === 0 ? failed : [failure(runner, `ended with ${status}`)];
}

/** @param {string} file */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** @param {Totals[]} totals */
function report(totals) {
  const passed = totals.reduce((sum, part) => sum + part.passed, 0);
  const failed = totals.flatMap((part) => part.failed);
  const skipped = totals.flatMap((part) => part.skipped);
  for (const name of skipped) console.log(`skipped: ${name}`);
  for (const { name, why } of failed) console.log(`failed: ${name}\n${why.replace(/^/gm, '  ')}`);
  console.log(`${passed} passed, ${failed.length} failed, ${skipped.length} skipped`);
  return failed.length === 0 ? 0 : 1;
}

/**
 * @param {string[]} argv
 * @param {{ quiet?: boolean, env?: Record<string, string> }} [options]
 * @returns {Promise<{ status: number, output: string }>}
 */
function node(argv, { quiet = false, env = {} } = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, argv, {
      stdio: quiet ? 'pipe' : ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, FORCE_COLOR: process.stdout.isTTY ? '1' : '0', ...env },
    });
    let output = '';
    child.stdout?.on('data', (data) => (output += data));
    child.stderr?.on('data', (data) => (output += data));
    child.on('close', (status) => resolve({ status: status ?? 1, output }));
  });
}
