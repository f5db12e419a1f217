import { test as base, expect, type ConsoleMessage, type Page } from '@playwright/test';

export { expect };

/**
 * Playwright's `test` whose pages must stay quiet: an error on the console (a refusal of the Content-Security-Policy is one),
 * or one that nobody caught, fails the test that it happened in.
 */
export const test = base.extend<{ quiet: undefined }>({
  quiet: [
    async ({ context }, use) => {
      const faults: string[] = [];
      context.on('console', (message) => {
        if (isFault(message)) faults.push(`${message.text()} (${message.location().url})`);
      });
      context.on('weberror', (error) => faults.push(String(error.error())));
      await use(undefined);
      expect(faults).toEqual([]);
    },
    { auto: true },
  ],
});

/** For a journey that goes through pages for guests alone and uses nothing that a script does: once is enough, without (e2e/README.md). */
export const PLAIN = { tag: '@plain' } as const;

/** Whether the pages of this test run scripts. */
export function hasJavaScript(page: Page): boolean {
  return test.info().project.use.javaScriptEnabled !== false && !page.isClosed();
}

/** A page that is refused on purpose (404, 409 …) is no fault, though Chromium writes its status on the console. */
function isFault(message: ConsoleMessage): boolean {
  if (message.type() !== 'error') return false;
  const isRefusedPage = /^Failed to load resource: .* status of 4\d\d/.test(message.text());
  const { pathname } = new URL(message.location().url, 'http://forum.invalid');
  return !(isRefusedPage && !/^\/(assets|fonts)\//.test(pathname));
}
