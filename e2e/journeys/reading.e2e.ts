import { expect, test } from '#e2e/fixtures.ts';
import { join, rareWord, reply, startThread, threadAbout } from '#e2e/steps.ts';

const PHONE = { width: 360, height: 640 };
const DESK = { width: 1280, height: 800 };

test('on a phone the question stays in one line over the replies and the reply box, and hides neither', async ({
  page,
}) => {
  await page.setViewportSize(PHONE);
  await join(page);
  const text = threadAbout(rareWord());
  await startThread(page, text);
  await reply(page, Array.from({ length: 30 }, (_, index) => `Paragraph ${index} of a long reply.`).join('\n\n'));
  const bar = page.getByRole('main').getByRole('link', { name: `The question: ${text.question}` });
  await page.getByText('Paragraph 20 of a long reply.').evaluate((paragraph) => paragraph.scrollIntoView());
  await expect(bar).toBeInViewport({ ratio: 1 });
  const line = await bar.boundingBox();
  expect(line?.height).toBeLessThan(60);
  await page.getByLabel('Your reply').evaluate((field) => field.scrollIntoView());
  await expect(bar).toBeInViewport({ ratio: 1 });
  const field = await page.getByLabel('Your reply').boundingBox();
  expect(field?.y).toBeGreaterThanOrEqual((line?.y ?? 0) + (line?.height ?? 0));
  await bar.click();
  await expect(page).toHaveURL(/#post-1$/);
  await expect(page.getByRole('article').first()).toBeInViewport();
});

test('where there is room the question stands beside the thread, once', async ({ page }) => {
  await page.setViewportSize(DESK);
  await join(page);
  const text = threadAbout(rareWord());
  await startThread(page, text);
  await expect(page.getByRole('complementary').getByText(text.question)).toBeVisible();
  await expect(page.getByRole('link', { name: `The question: ${text.question}` })).toBeHidden();
});
