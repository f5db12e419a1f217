import { expect, test } from '#e2e/fixtures.ts';
import { join, untilTakenOver } from '#e2e/steps.ts';

const INLINE = 'script:not([src]), style, [style], [onclick], [onload], [onerror]';

for (const path of ['/', '/join', '/search?q=supervision', '/guidelines', '/nowhere']) {
  test(`${path} is plain HTML to a guest: no Remix, nothing inline`, async ({ page }) => {
    await page.goto(path);
    await expect(page.getByRole('main')).toBeVisible();
    await expect(page.locator(INLINE)).toHaveCount(0);
    expect(await page.locator('script').count()).toBeLessThanOrEqual(1);
    expect(await page.content()).not.toMatch(/__remix|nonce/);
  });
}

for (const path of ['/', '/help-now', '/nowhere']) {
  test(`of ${path} nothing is drawn before the header is whole`, async ({ page }) => {
    await page.goto(path);
    const awaited = await page.locator('link[rel="expect"][blocking="render"]').getAttribute('href');
    await expect(page.locator(`header + ${awaited}`)).toHaveRole('main');
  });
}

test('a guest who comes again is told that nothing changed, and gets no cookie', async ({ request }) => {
  const first = await request.get('/');
  const { etag = '', 'set-cookie': cookie } = first.headers();
  const again = await request.get('/', { headers: { 'If-None-Match': etag } });
  expect([again.status(), cookie]).toEqual([304, undefined]);
});

test("a member's pages are kept by nobody, and Remix's client takes them over without complaint", async ({ page }) => {
  await join(page);
  const response = await page.goto('/guidelines');
  expect(response?.headers()['cache-control']).toBe('no-store');
  await untilTakenOver(page);
});
