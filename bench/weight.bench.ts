import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser } from '@playwright/test';
import { findBrowser } from '#app/platform/host/find-browser.mjs';
import { closeMarkdown, useWorkerFile } from '#app/platform/markdown/markdown.server.ts';
import { Figures } from './figures.ts';
import { readOptions } from './options.ts';
import { POSTS, startDemoForum, type DemoForum } from './weight/demo-forum.ts';
import { openPage, type Opened } from './weight/open-page.ts';
import { kb, printRows, withoutFonts, type Row } from './weight/table.ts';

/**
 * `npm run bench -- weight`: what a reader's first visit to a page brings over the wire, and whether anything moves while it
 * comes, on the built forum in Chromium. Bytes are the same everywhere; the ms are told beside them and have no bar.
 */
readOptions({});
const BAR_KB = 60;
const BAR_JS_KB = 15;
/** Layout shift is scored; below this nothing has moved by a pixel that somebody could see. */
const UNSEEN_SHIFT = 0.0005;
const PHONE = 360;
const DESK = 1280;
const NEW_THREAD = '/threads/new?topic=email-and-text';
const CALL_ME = 'My sister Kari rang me on 22 33 44 55.';

const folder = mkdtempSync(join(tmpdir(), 'forum-bench-weight-'));
useWorkerFile(pathToFileURL(resolve('build/server/markdown-worker.js')));
const browser = await launch();
try {
  const env = { DATA_DIR: join(folder, 'data'), SEAL_KEY: randomBytes(32).toString('base64') };
  const forum = await startDemoForum(env);
  await measure(browser, forum).finally(() => forum.server.stop());
} finally {
  await browser.close();
  await closeMarkdown();
  rmSync(folder, { recursive: true, force: true });
}

async function launch(): Promise<Browser> {
  const executablePath = await findBrowser();
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({ args, ...(executablePath !== undefined && { executablePath }) });
}

async function measure(browser: Browser, { server, threadPath, token }: DemoForum): Promise<void> {
  const { origin } = server;
  const row = async (name: string, path: string, token?: string): Promise<Row> => {
    // The forum's own first time with a page is no part of the reader's: the figures of the second are told.
    const atDesk = await openPage(browser, path, { origin, token, width: DESK }, (opened) => opened);
    const onPhone = await openPage(browser, path, { origin, token, width: PHONE }, (opened) => opened);
    return { name, ...onPhone, shiftAtDesk: atDesk.seen.shift };
  };
  const thread = await row(`thread of ${POSTS} posts`, threadPath);
  const rows = [
    await row('home', '/'),
    await row('topic', '/topics/email-and-text'),
    thread,
    await row('search', '/search?q=texting'),
    await row("member's thread", threadPath, token),
    await row('new thread', NEW_THREAD, token),
  ];
  const figures = new Figures(
    `weight: a first visit, ${PHONE} and ${DESK} px wide, on slow 4G with a quarter of this CPU`,
  );
  printRows(rows);
  const inAll = kb(withoutFonts(thread.weight));
  figures.tell({ what: "a guest's thread in all, fonts aside", ...inKb(inAll, BAR_KB) });
  const js = kb(thread.weight.js);
  figures.tell({ what: 'its JavaScript', ...inKb(js, BAR_JS_KB) });
  const shift = Math.max(...rows.map(({ seen, shiftAtDesk }) => Math.max(seen.shift, shiftAtDesk)));
  const seen = { value: shift.toFixed(4), bar: '0', isMet: shift < UNSEEN_SHIFT };
  figures.tell({ what: 'layout shift, the most of any page', ...seen });
  const writing = [
    { name: 'reply box', path: threadPath, field: 'Your reply' },
    { name: 'new thread', path: NEW_THREAD, field: 'The situation' },
  ];
  for (const { name, path, field } of writing) {
    const write = (opened: Opened): Promise<number> => bytesByWriting(opened, field);
    const came = await openPage(browser, path, { origin, token, width: PHONE }, write);
    const value = `${kb(came).toFixed(1)} kB`;
    figures.tell({ what: `${name}: scripts with the first letters`, value, bar: 'not before', isMet: came > 0 });
  }
}

/** The bytes of script that a page asks for when somebody writes in it. */
async function bytesByWriting({ page }: Opened, field: string): Promise<number> {
  let bytes = 0;
  page.on('requestfinished', (request) => {
    if (request.resourceType() === 'script') void request.sizes().then((sizes) => (bytes += sizes.responseBodySize));
  });
  await page.getByLabel(field, { exact: true }).fill(CALL_ME);
  await page
    .getByRole('button', { name: /22 33 44 55/ })
    .first()
    .waitFor();
  return bytes;
}

function inKb(size: number, bar: number): { value: string; bar: string; isMet: boolean } {
  return { value: `${size.toFixed(1)} kB`, bar: `${bar} kB`, isMet: size <= bar };
}
