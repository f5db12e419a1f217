import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { judgeAudit, refusedLicences } from './dependencies.mjs';

const versions = z.record(z.string(), z.string());
const packageJson = z
  .object({ dependencies: versions, devDependencies: versions })
  .parse(JSON.parse(readFileSync('package.json', 'utf8')));
const direct = [...Object.keys(packageJson.dependencies), ...Object.keys(packageJson.devDependencies)].sort();
const lock = z
  .object({ packages: z.record(z.string(), z.looseObject({ license: z.string().optional() })) })
  .parse(JSON.parse(readFileSync('package-lock.json', 'utf8')));

/** Each package of docs/dependencies.md with what its row says of it. */
const documented = new Map(
  (/<!-- packages -->([\s\S]*)<!-- \/packages -->/.exec(readFileSync('docs/dependencies.md', 'utf8'))?.[1] ?? '')
    .split('\n')
    .filter((line) => /^\| [@a-z]/.test(line) && !line.startsWith('| packages '))
    .flatMap((line) => {
      const [, names = '', , kept = ''] = line.split('|').map((cell) => cell.trim());
      return names.split(', ').map((name) => [name, kept] as const);
    }),
);

/** The sources, and what is beside them. */
const sources = [
  ...['app', 'prisma', 'search', 'e2e', 'bench'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
  ),
  ...readdirSync('.'),
]
  .filter((file) => /\.(tsx?|mjs|js|css)$/.test(file))
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');

describe('the packages that package.json names', () => {
  it('are those of docs/dependencies.md, each once', () => {
    expect([...documented.keys()].sort()).toEqual(direct);
  });

  it('say how they are kept, and why where they are not', () => {
    for (const [name, kept] of documented) {
      expect(kept, name).toMatch(/^(kept|repairs|ended)/);
      if (!kept.startsWith('kept')) expect(kept.length, name).toBeGreaterThan('repairs: why'.length);
    }
  });

  it('are all used, or say what for', () => {
    const unused = direct.filter((name) => !new RegExp(`['"]${name}(/[^'"]*)?['"]`).test(sources));
    const without = [...documented].filter(([, kept]) => kept.includes('No import:')).map(([name]) => name);
    expect(unused.filter((name) => !without.includes(name))).toEqual([]);
  });
});

describe('licences', () => {
  it('of everything in the lock file are allowed', () => {
    expect(refusedLicences(lock.packages)).toEqual([]);
  });

  it.each([
    ['GPL-3.0-only', true],
    ['(MIT OR GPL-3.0-only)', false],
    ['(MIT AND GPL-3.0-only)', true],
    ['MPL-2.0', true],
    [undefined, true],
    ['MIT', false],
  ])('%s is refused: %s', (license, isRefused) => {
    const added = { ...lock.packages, 'node_modules/a/node_modules/@new/one': { ...(license && { license }) } };
    const expected = isRefused ? [`of @new/one: ${license ?? 'none named'}`] : [];
    expect(refusedLicences(added)).toEqual(expected);
  });

  it('that are allowed by name go when their package does', () => {
    const { 'node_modules/elkjs': gone, ...rest } = lock.packages;
    expect(gone).toBeDefined();
    expect(refusedLicences(rest)).toEqual(['of elkjs: allowed by name, and no longer needed to be']);
  });
});

describe('what npm audit says', () => {
  it('is told by package and severity', () => {
    const vulnerabilities = { bad: { name: 'bad', severity: 'high', range: '<2.0.0' } };
    const judged = judgeAudit({ vulnerabilities, metadata: { vulnerabilities: { high: 1 } } }, '');
    expect(judged).toEqual({ verdict: 'some', lines: ['MEND  vulnerability of bad <2.0.0: high'] });
    expect(judgeAudit({ vulnerabilities: {}, metadata: { vulnerabilities: {} } }, '').verdict).toBe('none');
  });

  it('is no all-clear where the registry could not be asked', () => {
    const refused = judgeAudit({ message: '405 Method Not Allowed', error: {} }, '');
    expect(refused.verdict).toBe('unknown');
    expect(refused.lines.join()).toContain('could not be asked (405 Method Not Allowed)');
    expect(judgeAudit(undefined, 'npm error ENOTFOUND\n').lines.join()).toContain('npm error ENOTFOUND');
  });
});
