import { expect, test } from '#e2e/fixtures.ts';
import { join, rareWord, startThread, threadAbout } from '#e2e/steps.ts';

test('the first stop of the keyboard leads past the header', async ({ page }) => {
  await page.goto('/');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#content$/);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('main').locator(':focus')).toHaveCount(1);
});

test('one can join without touching the mouse', async ({ page }) => {
  await page.goto('/join');
  await page.getByLabel('Pen name').focus();
  await page.keyboard.type(`sedge-${rareWord()}`);
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('Password')).toBeFocused();
  await page.keyboard.type('a phrase of plain words');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Welcome');
});

test('Enter in a line of the new thread publishes, and the fields come in the order of the page', async ({ page }) => {
  await join(page);
  const { title, body, question } = threadAbout(rareWord());
  await page.goto('/threads/new?topic=endings');
  await page.getByLabel('Where do you speak from?').focus();
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('Anonymously', { exact: true })).toBeFocused();
  await page.getByLabel('Title', { exact: true }).focus();
  await page.keyboard.type(title);
  await page.keyboard.press('Tab');
  await expect(page.getByText('Was this discussed before?')).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.type(body);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('My question')).toBeFocused();
  await page.keyboard.type(question);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
});

test('what happens after writing lies in the reading order: the reply box comes after the posts', async ({ page }) => {
  await join(page);
  await startThread(page, threadAbout(rareWord()));
  const order = await page
    .getByRole('main')
    .locator('article, #reply')
    .evaluateAll((elements) => elements.map((element) => (element.id === 'reply' ? 'reply' : 'post')));
  expect(order).toEqual(['post', 'reply']);
});
