#!/usr/bin/env node
/**
 * `npm start`, `npm test` and every command: brings a fresh clone to where it can run (installs what the lock file says, builds
 * what is stale) and runs it in this same process. Without dependencies, for there are none yet.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
/** Everything that the build is made of. */
const SOURCES = [
  'app',
  'prisma',
  'search',
  'public',
  'package-lock.json',
  'remix.config.js',
  'tsconfig.json',
  'vite.config.ts',
];
const NOT_SOURCES =
  /^prisma\/(generated|migrations|testing|factories)\/|\.test\.tsx?$|README\.md$|^app\/platform\/host\/[^/]+\.mjs$/;
const STAMP = 'build/stamp.json';
const INSTALLED = 'node_modules/.package-lock.json';
/** Commands that run what is built, and need nothing of what builds and tests it. */
const RUN_WHAT_IS_BUILT = !['test', 'validate:full', 'dev', 'build', 'bench', 'attack', 'check:dependencies'].includes(
  process.argv[2] ?? 'start',
);

requireNode(20, 19);
const caller = process.cwd();
process.chdir(ROOT);
install();
const [command = 'start', ...args] = process.argv.slice(2);
process.exit(await run(command, args));

/**
 * @param {string} name
 * @param {string[]} rest
 * @returns {Promise<number>} the exit code
 */
async function run(name, rest) {
  switch (name) {
    case 'test':
      return (await import('./run-tests.mjs')).runTests(rest, { build: buildIfStale, quick: true });
    case 'validate:full':
      return validateFully();
    case 'dev':
      generateClient();
      return (await import('./dev.mjs')).serveSources();
    case 'build':
      build();
      return 0;
    case 'prepare':
      buildIfStale();
      return 0;
    case 'bench':
      buildIfStale();
      return (await import('./run-bench.mjs')).runBench(rest);
    case 'drill':
      buildIfStale();
      return (await import('./run-bench.mjs')).runDrill(rest);
    case 'attack':
      buildIfStale();
      return (await import('./run-bench.mjs')).runAttack(rest);
    case 'check:dependencies':
      return (await import('./dependencies.mjs')).checkDependencies();
    case 'start':
      buildIfStale();
      return (await built('run')).run();
    default:
      buildIfStale();
      return runCommand([name, ...rest]);
  }
}

/** Every test on both kinds of database, then every drill at its full size. */
async function validateFully() {
  const tests = await (await import('./run-tests.mjs')).runTests([], { build: buildIfStale, quick: false });
  const drills = (await import('./run-bench.mjs')).runDrill([]);
  return tests === 0 ? drills : tests;
}

/**
 * The commands read their own arguments, and paths in them from where they were called.
 *
 * @param {string[]} argv
 */
async function runCommand(argv) {
  process.env['INIT_CWD'] ??= caller;
  process.argv.splice(2, Infinity, ...argv);
  await built('commands');
  return Number(process.exitCode ?? 0);
}

/** @param {string} entry */
function built(entry) {
  // React and others have a slower self for developers, which they take unless told.
  process.env['NODE_ENV'] ??= 'production';
  return import(pathToFileURL(join(ROOT, `build/server/${entry}.js`)).href);
}

/** @param {number} major @param {number} minor */
function requireNode(major, minor) {
  const [ours = 0, oursMinor = 0] = process.versions.node.split('.').map(Number);
  if (ours > major || (ours === major && oursMinor >= minor)) return;
  fail(`The forum needs Node ${major}.${minor} or newer (22 or 24 advised); this is ${process.versions.node}.`);
}

function install() {
  if (isInstalled()) return;
  say('Installing what package-lock.json names …');
  npm(['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']);
}

/**
 * Whether node_modules has every package in the version that the lock file says. What is optional may be missing, and where the
 * build is there already (in an image, say) also what only developers need.
 */
function isInstalled() {
  if (!existsSync(INSTALLED)) return false;
  const there = packagesIn(INSTALLED);
  const isBuilt = RUN_WHAT_IS_BUILT && !isStale();
  return Object.entries(packagesIn('package-lock.json')).every(([path, wanted]) => {
    const found = there[path];
    const mayBeMissing = wanted.optional || wanted.devOptional || wanted.peer || (isBuilt && wanted.dev);
    if (path === '' || (found === undefined && mayBeMissing)) return true;
    return found?.version === wanted.version;
  });
}

/**
 * @param {string} lockFile
 * @returns {Record<string, { version?: string, dev?: boolean, optional?: boolean, devOptional?: boolean, peer?: boolean }>}
 */
function packagesIn(lockFile) {
  return JSON.parse(readFileSync(lockFile, 'utf8')).packages;
}

function buildIfStale() {
  if (isStale()) build();
}

function isStale() {
  return !existsSync(STAMP) || readFileSync(STAMP, 'utf8') !== stamp();
}

function build() {
  say('Building … (about half a minute, only after a change)');
  const before = stamp();
  generateClient();
  node(['node_modules/@remix-run/dev/dist/cli.js', 'vite:build', '--logLevel', 'warn'], { NODE_ENV: 'production' });
  mkdirSync(dirname(STAMP), { recursive: true });
  writeFileSync(STAMP, before);
}

/** Prisma wants its native engine for every command, though generating does not use it: any existing file will do. */
function generateClient() {
  node(['node_modules/prisma/build/index.js', 'generate', '--no-hints'], {
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
  });
}

/** What the sources are, by name and content: some hundred small files, a few hundredths of a second. */
function stamp() {
  const files = SOURCES.filter((path) => existsSync(path)).flatMap(filesUnder);
  const hash = createHash('sha256');
  for (const file of files.filter((path) => !NOT_SOURCES.test(path)).sort()) {
    hash.update(`${file}\0`).update(readFileSync(file)).update('\0');
  }
  return JSON.stringify({ node: process.versions.node.split('.')[0], sources: hash.digest('hex') });
}

/** @param {string} path @returns {string[]} */
function filesUnder(path) {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path).flatMap((name) => filesUnder(`${path}/${name}`));
}

/** @param {string[]} argv */
function npm(argv) {
  const npmScript = process.env['npm_execpath'];
  if (npmScript?.endsWith('.js')) return node([npmScript, ...argv]);
  return runOrFail('npm', argv, {});
}

/** @param {string[]} argv @param {Record<string, string>} [env] */
function node(argv, env = {}) {
  return runOrFail(process.execPath, argv, env);
}

/**
 * Quiet unless it fails: then everything it said is shown.
 *
 * @param {string} program @param {string[]} argv @param {Record<string, string>} env
 */
function runOrFail(program, argv, env) {
  const shell = program === 'npm' && process.platform === 'win32';
  const { status, stdout, stderr } = spawnSync(program, argv, {
    env: { ...process.env, ...env },
    encoding: 'utf8',
    shell,
    maxBuffer: 1 << 28,
  });
  if (status === 0) return;
  console.error(`${stdout ?? ''}${stderr ?? ''}`);
  fail(`Failed: ${program === 'npm' ? 'npm' : 'node'} ${argv.join(' ')}`);
}

/** @param {string} line */
function say(line) {
  // Not on standard output, which belongs to what the commands give.
  console.error(line);
}

/** @param {string} line @returns {never} */
function fail(line) {
  console.error(line);
  process.exit(1);
}
