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

test('from the front page one comes to what nobody has answered, and a member to their own lists', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('link', { name: 'Without a reply yet' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('All threads');
  await expect(page.getByRole('link', { name: 'No replies yet' })).toHaveAttribute('aria-current', 'true');
  await expect(page.getByRole('navigation', { name: 'Lists' })).toHaveCount(0);
  await join(page);
  const text = threadAbout(rareWord());
  await startThread(page, text);
  await page.getByRole('button', { name: 'Follow this thread' }).click();
  await expect(page.getByRole('button', { name: 'Stop following' })).toBeVisible();
  await page.goto('/threads');
  const lists = page.getByRole('navigation', { name: 'Lists' });
  for (const [link, heading] of [
    ['Your threads', 'Your threads'],
    ['What you follow', 'What you follow'],
  ] as const) {
    await lists.getByRole('link', { name: link }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
    await expect(page.getByRole('link', { name: text.title })).toBeVisible();
  }
});
