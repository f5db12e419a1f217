import { build, type Rollup } from 'vite';
import { expect, test } from 'vitest';
import { serverOnlyPackages } from './server-only-packages.ts';

/** Builds a script for the browser as the forum is built, without writing it. */
async function buildFor(input: string): Promise<Rollup.RollupOutput> {
  return (await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [serverOnlyPackages()],
    build: { write: false, rollupOptions: { input, preserveEntrySignatures: 'strict' } },
  })) as Rollup.RollupOutput;
}

test('a page that takes a constant from a schema is not built, and it is said by which module', async () => {
  await expect(buildFor('app/domain/following/mail/schema.ts')).rejects.toThrow(/following\/mail\/schema\.ts/);
});

test('what pages share with schemas is built', async () => {
  const { output } = await buildFor('app/domain/following/mail/paces.ts');
  expect(output[0].code).toContain('atOnce');
});
