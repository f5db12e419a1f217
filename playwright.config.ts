import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig, devices } from '@playwright/test';

// Every worker reads this file anew: what the first reading chose is handed on in the environment.
const port = (process.env['E2E_PORT'] ??= freePort());
const dataDir = (process.env['E2E_DATA_DIR'] ??= mkdtempSync(join(tmpdir(), 'forum-e2e-')));
const browser = process.env['CHROMIUM_PATH'];

/** The journeys in a real Chromium on the built forum, with JavaScript and without. */
export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.e2e.ts',
  outputDir: 'test-results/playwright',
  fullyParallel: false,
  workers: 2,
  retries: 0,
  forbidOnly: process.env['CI'] !== undefined,
  // What a page owes is owed at once, but not by a machine that has no time for it: these are patience, and no test of speed.
  timeout: 300_000,
  expect: { timeout: 30_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/playwright.json' }]],
  use: {
    ...devices['Desktop Chrome'],
    baseURL: `http://localhost:${port}`,
    locale: 'en-GB',
    launchOptions: {
      ...(browser !== undefined && { executablePath: browser }),
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    },
  },
  projects: [
    { name: 'with-javascript', grepInvert: /@plain/ },
    {
      name: 'without-javascript',
      use: { javaScriptEnabled: false },
      // What scripts do: axe is one, passkeys need one, and they say what has changed. The crawl opens no browser: once is enough.
      testIgnore: ['scripts', 'scripts-composing', 'axe', 'passkeys', 'screen-reader', 'languages', 'leak-crawl'].map(
        (name) => `**/${name}.e2e.ts`,
      ),
    },
  ],
  webServer: {
    command: `"${process.execPath}" app/platform/host/start.mjs`,
    url: `http://localhost:${port}/readyz`,
    reuseExistingServer: false,
    timeout: 600_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
    // Mail is offered, and none leaves: nobody listens there.
    env: { PORT: port, DATA_DIR: dataDir, LOG_LEVEL: 'warn', SMTP_URL: 'smtp://127.0.0.1:9' },
  },
});

function freePort(): string {
  const script =
    "const s=require('net').createServer().listen(0,'127.0.0.1',()=>{console.log(s.address().port);s.close()})";
  return execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' }).trim();
}
