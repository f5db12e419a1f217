import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { findBrowser } from './find-browser.mjs';

const RESULTS = 'test-results';
const KINDS = ['static', 'unit', 'e2e'];

/**
 * @typedef {{ passed: number, failed: number, skipped: string[] }} Totals
 */

/**
 * `npm test`: types, lint and format, unit and integration tests, browser tests, and one line of totals at the end. `static`, `unit` or
 * `e2e` as the first argument runs that kind alone; what follows is handed to its runner.
 *
 * @param {string[]} args
 * @param {() => void} build makes the build current: the browser tests and some others run what is built
 * @returns {Promise<number>} the exit code
 */
export async function runTests(args, build) {
  const kinds = KINDS.includes(args[0] ?? '') ? [args[0]] : KINDS;
  const rest = kinds.length === 1 ? args.slice(1) : args;
  build();
  rmSync(RESULTS, { recursive: true, force: true });
  mkdirSync(RESULTS, { recursive: true });
  /** @type {Totals[]} */
  const totals = [];
  if (kinds.includes('static')) totals.push(...(await runStatic()));
  if (kinds.includes('unit')) totals.push(await runVitest(rest));
  if (kinds.includes('e2e')) totals.push(await runPlaywright(rest));
  return report(totals);
}

/** Types, lint and format count as one test each; two at a time, for they share no work. */
async function runStatic() {
  const [types, lint] = await Promise.all([
    check('types', ['node_modules/typescript/bin/tsc', '-p', '.']),
    check('lint', [
      'node_modules/eslint/bin/eslint.js',
      '.',
      '--cache',
      '--cache-location',
      'node_modules/.cache/eslint',
    ]),
  ]);
  return [
    types,
    lint,
    await check('format', ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.']),
  ];
}

/** @param {string} name @param {string[]} argv @returns {Promise<Totals>} */
async function check(name, argv) {
  const { status, output } = await node(argv, { quiet: true });
  if (status !== 0) console.log(output);
  console.log(`${status === 0 ? '✓' : '✗'} ${name}`);
  return { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, skipped: [] };
}

/** @param {string[]} rest @returns {Promise<Totals>} */
async function runVitest(rest) {
  const file = `${RESULTS}/vitest.json`;
  const { status } = await node([
    'node_modules/vitest/vitest.mjs',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
    ...rest,
  ]);
  const report = readReport(file);
  const tests = report?.testResults.flatMap((/** @type {any} */ suite) => suite.assertionResults) ?? [];
  const count = (/** @type {string} */ wanted) =>
    tests.filter((/** @type {any} */ test) => test.status === wanted).length;
  return {
    passed: count('passed'),
    // A file that cannot even be loaded has no tests to fail.
    failed: Math.max(count('failed'), status === 0 ? 0 : 1),
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
  const report = readReport(file);
  const tests = report?.suites.flatMap(testsIn) ?? [];
  if (!browser)
    return { passed: 0, failed: 0, skipped: tests.map((/** @type {any} */ test) => `${test.name} (no Chromium)`) };
  const count = (/** @type {string[]} */ wanted) =>
    tests.filter((/** @type {any} */ test) => wanted.includes(test.status)).length;
  return {
    passed: count(['expected']),
    failed: Math.max(count(['unexpected', 'flaky']), status === 0 ? 0 : 1),
    skipped: tests
      .filter((/** @type {any} */ test) => test.status === 'skipped')
      .map((/** @type {any} */ test) => test.name),
  };
}

/** @param {any} suite @returns {{ name: string, status: string }[]} */
function testsIn(suite) {
  const here = (suite.specs ?? []).flatMap((/** @type {any} */ spec) =>
    spec.tests.map((/** @type {any} */ test) => ({ name: `${spec.title} [${test.projectName}]`, status: test.status })),
  );
  return [...here, ...(suite.suites ?? []).flatMap(testsIn)];
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
  const sum = (/** @type {'passed' | 'failed'} */ what) => totals.reduce((all, part) => all + part[what], 0);
  const skipped = totals.flatMap((part) => part.skipped);
  for (const name of skipped) console.log(`skipped: ${name}`);
  console.log(`${sum('passed')} passed, ${sum('failed')} failed, ${skipped.length} skipped`);
  return sum('failed') === 0 ? 0 : 1;
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
