import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The one without windows comes first: it shows the same pages for half the CPU. */
const NAMES = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const PACKAGES = ['chromium-headless-shell', 'chromium'];

/**
 * A Chromium for the browser tests: one on the PATH, else Playwright's own, else what the system's package manager or
 * Playwright's download can bring.
 *
 * @returns {Promise<string | undefined>} the path of its program
 */
export async function findBrowser() {
  const given = process.env['CHROMIUM_PATH'];
  if (given) return given;
  return onPath() ?? (await playwrightsOwn()) ?? (await fetched());
}

function onPath() {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find((file) => existsSync(file));
}

async function playwrightsOwn() {
  const { chromium } = await import('@playwright/test');
  const file = chromium.executablePath();
  return existsSync(file) ? file : undefined;
}

async function fetched() {
  if (process.getuid?.() === 0 && quietly('apt-get', ['--version'])) {
    quietly('apt-get', ['update', '-qq']);
    for (const name of PACKAGES) {
      console.error(`Looking for a Chromium: apt-get install ${name} …`);
      quietly('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name]);
      const installed = onPath();
      if (installed) return installed;
    }
  }
  console.error('Looking for a Chromium: playwright install chromium …');
  quietly(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium']);
  return playwrightsOwn();
}

/** @param {string} program @param {string[]} args */
function quietly(program, args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(program, args, { stdio: 'ignore', env, timeout: 300_000 }).status === 0;
}
