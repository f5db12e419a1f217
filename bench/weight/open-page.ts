import type { Browser, BrowserContext, CDPSession, Page } from '@playwright/test';

/** What came over the wire for a page, in bytes with the headers, by what it is. */
export type Weight = { html: number; css: number; js: number; images: number; fonts: number; other: number };

/** How a page came to be seen: layout shift as the browser scores it (web.dev/articles/cls), and ms. */
export type Seen = { shift: number; largestMs: number; blockedMs: number };

export type Opened = { page: Page; weight: Weight; requests: number; seen: Seen };

/** A guest, or whoever has that session. */
export type Visitor = { origin: string; token?: string | undefined; width: number };

/** A phone on slow 4G with a quarter of this machine's CPU, as Lighthouse has it: what comes late comes late enough to be seen. */
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: (1.6e6 / 8) * 0.9, uploadThroughput: 750e3 / 8 };
const SLOWER_BY = 4;
const HEIGHT = 800;

const PARTS: Partial<Record<string, keyof Weight>> = {
  Document: 'html',
  Stylesheet: 'css',
  Script: 'js',
  Image: 'images',
  Font: 'fonts',
};

/** Opens a path as somebody who was never here before, reads down to its end, and hands `use` the page and what it cost. */
export async function openPage<T>(
  browser: Browser,
  path: string,
  { origin, token, width }: Visitor,
  use: (opened: Opened) => T | Promise<T>,
): Promise<T> {
  const context = await browser.newContext({ viewport: { width, height: HEIGHT }, locale: 'en-GB' });
  try {
    if (token !== undefined) await context.addCookies([{ name: 'session', value: token, url: origin }]);
    const page = await context.newPage();
    await page.addInitScript({ path: 'bench/weight/in-page.js' });
    const wire = await weigh(context, page);
    await page.goto(origin + path, { waitUntil: 'networkidle' });
    const { largestMs, blockedMs } = await seenIn(page);
    await readToTheEnd(page);
    const { shift } = await seenIn(page);
    return await use({ page, ...wire(), seen: { shift, largestMs, blockedMs } });
  } finally {
    await context.close();
  }
}

async function weigh(context: BrowserContext, page: Page): Promise<() => { weight: Weight; requests: number }> {
  const session: CDPSession = await context.newCDPSession(page);
  const kinds = new Map<string, keyof Weight>();
  const weight: Weight = { html: 0, css: 0, js: 0, images: 0, fonts: 0, other: 0 };
  session.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, PARTS[type] ?? 'other'));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    weight[kinds.get(requestId) ?? 'other'] += encodedDataLength;
  });
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', SLOW_4G);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER_BY });
  return () => ({ weight: { ...weight }, requests: kinds.size });
}

function seenIn(page: Page): Promise<Seen> {
  return page.evaluate(() => (window as unknown as { seen: Seen }).seen);
}

/** What moves only once it comes into view is seen by those who read on. */
async function readToTheEnd(page: Page): Promise<void> {
  const end = await page.evaluate(() => document.documentElement.scrollHeight);
  for (let at = 0; at <= end; at += HEIGHT / 2) {
    await page.evaluate(
      (top) =>
        new Promise((painted) => {
          window.scrollTo(0, top);
          requestAnimationFrame(() => requestAnimationFrame(painted));
        }),
      at,
    );
  }
}
