import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const SBOM = 'build/sbom.cdx.json';

/** Licences under which the forum may be run, changed and handed on without asking anybody. */
const ALLOWED = new Set([
  ...[
    '0BSD',
    'Apache-2.0',
    'BlueOak-1.0.0',
    'BSD-2-Clause',
    'BSD-3-Clause',
    'CC0-1.0',
    'ISC',
    'MIT',
    'MIT-0',
    'Python-2.0',
  ],
  ...['Unlicense', 'Zlib'],
]);

/**
 * Packages that are allowed by name: under which words, and why.
 *
 * @type {Readonly<Record<string, { licence: string, why: string }>>}
 */
const ALLOWED_BY_NAME = {
  '@axe-core/playwright': { licence: 'MPL-2.0', why: 'used as it is, by tests alone' },
  'axe-core': { licence: 'MPL-2.0', why: 'used as it is, by tests alone' },
  'caniuse-lite': { licence: 'CC-BY-4.0', why: 'data about browsers, read while building' },
  elkjs: { licence: 'EPL-2.0', why: 'part of Prisma Studio, which is never started nor in the image' },
  '@fontsource-variable/figtree': { licence: 'OFL-1.1', why: 'a typeface, handed on under its own name' },
  '@fontsource-variable/source-serif-4': { licence: 'OFL-1.1', why: 'a typeface, handed on under its own name' },
  'spdx-exceptions': { licence: 'CC-BY-3.0', why: 'a list of names, read while building' },
  '@visx/vendor': { licence: 'MIT and ISC', why: 'both are allowed; it does not write them as SPDX does' },
  // These say it in a file and not in the field.
  eval: { licence: 'none named', why: 'MIT, in its LICENSE' },
  format: { licence: 'none named', why: 'MIT, in its package.json' },
  'require-like': { licence: 'none named', why: 'MIT, in its License' },
  'seq-queue': { licence: 'none named', why: 'MIT, in its LICENSE' },
};

/**
 * `npm run check:dependencies`: licences of everything in the lock file, vulnerabilities as the registry knows them, and a bill of
 * materials of what runs.
 *
 * @returns {number} the exit code: 1 where something is to be mended, 2 where the registry could not be asked
 */
export function checkDependencies() {
  const refused = refusedLicences(JSON.parse(readFileSync('package-lock.json', 'utf8')).packages);
  refused.forEach((line) => console.error(`MEND  licence ${line}`));
  if (refused.length === 0) console.log('good  every licence is one of those allowed');
  const vulnerable = checkVulnerabilities();
  const isWritten = writeSbom();
  if (refused.length > 0 || vulnerable === 'some' || !isWritten) return 1;
  return vulnerable === 'unknown' ? 2 : 0;
}

/**
 * What may not be used as the lock file has it, a line each; also names that are allowed and no longer there.
 *
 * @param {Record<string, { license?: string | undefined }>} packages `packages` of a lock file
 * @returns {string[]}
 */
export function refusedLicences(packages) {
  const unused = new Set(Object.keys(ALLOWED_BY_NAME));
  const refused = Object.entries(packages).flatMap(([path, { license = 'none named' }]) => {
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    if (path === '' || isAllowed(license)) return [];
    if (ALLOWED_BY_NAME[name]?.licence !== license) return [`of ${name}: ${license}`];
    unused.delete(name);
    return [];
  });
  return [...refused, ...[...unused].map((name) => `of ${name}: allowed by name, and no longer needed to be`)];
}

/** @param {string} licence an expression of SPDX, with one kind of connective at a time, as all of them have */
function isAllowed(licence) {
  const bare = licence.replace(/[()]/g, '');
  return bare.split(' OR ').some((one) => one.split(' AND ').every((part) => ALLOWED.has(part)));
}

/** @returns {'none' | 'some' | 'unknown'} */
function checkVulnerabilities() {
  const { report, said } = askAudit();
  const { verdict, lines } = judgeAudit(report, said);
  lines.forEach((line) => (verdict === 'some' ? console.error(line) : console.log(line)));
  return verdict;
}

/**
 * What `npm audit --json` said, in lines for whoever asked.
 *
 * @param {any} report what it wrote, as far as it was JSON
 * @param {string} said what it wrote besides
 * @returns {{ verdict: 'none' | 'some' | 'unknown', lines: string[] }}
 */
export function judgeAudit(report, said) {
  if (report?.metadata?.vulnerabilities === undefined) {
    const why = String(report?.message ?? said.trim().split('\n')[0] ?? '').slice(0, 200);
    return {
      verdict: 'unknown',
      lines: [`look  vulnerabilities: the registry could not be asked (${why}). Ask again where it can: npm audit`],
    };
  }
  const found = Object.values(report.vulnerabilities ?? {});
  if (found.length === 0) return { verdict: 'none', lines: ['good  no known vulnerability'] };
  return {
    verdict: 'some',
    lines: found.map(({ name, severity, range }) => `MEND  vulnerability of ${name} ${range}: ${severity}`),
  };
}

function askAudit() {
  const { stdout, stderr } = npm(['audit', '--json']);
  try {
    return { report: JSON.parse(stdout), said: stderr };
  } catch {
    return { report: undefined, said: stderr || stdout };
  }
}

function writeSbom() {
  const { status, stdout, stderr } = npm(['sbom', '--sbom-format=cyclonedx', '--sbom-type=application', '--omit=dev']);
  if (status !== 0) {
    console.error(`MEND  no bill of materials was made: ${stderr.trim().split('\n')[0]}`);
    return false;
  }
  const bill = JSON.parse(stdout);
  // npm takes the name of the folder.
  bill.metadata.component.name = JSON.parse(readFileSync('package.json', 'utf8')).name;
  mkdirSync(dirname(SBOM), { recursive: true });
  writeFileSync(SBOM, `${JSON.stringify(bill, null, 2)}\n`);
  console.log(`good  ${bill.components.length} packages of what runs are listed in ${SBOM} (CycloneDX)`);
  return true;
}

/** @param {string[]} args */
function npm(args) {
  const npmScript = process.env['npm_execpath'];
  const isScript = npmScript?.endsWith('.js') === true;
  return spawnSync(isScript ? process.execPath : 'npm', isScript ? [npmScript, ...args] : args, {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    shell: !isScript && process.platform === 'win32',
  });
}
