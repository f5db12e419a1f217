import { type Page } from '@playwright/test';
import { expect, test } from '#e2e/fixtures.ts';
import { anotherVisitor, join, rareWord, searchUntil, startThread, threadAbout } from '#e2e/steps.ts';

async function saveSearch(page: Page, words: string, name = ''): Promise<void> {
  await page.goto(`/search?q=${words}`);
  await page.getByLabel('Name', { exact: false }).fill(name);
  await page.getByRole('button', { name: 'Save this search' }).click();
  await expect(page.getByText('The search has been saved.')).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`/search\\?q=${words}&saved`));
}

test('a saved search brings what is new into the inbox, until it is marked as read', async ({ page, browser }) => {
  await join(page);
  const word = rareWord();
  await saveSearch(page, word, `About ${word}`);
  await page.goto('/inbox');
  await expect(page.getByText('Nothing new in:')).toBeVisible();
  const other = await anotherVisitor(browser);
  await join(other);
  const text = threadAbout(word);
  const path = await startThread(other, text);
  await searchUntil(other, word, () => other.getByRole('link', { name: text.title }).isVisible());
  await page.goto('/inbox');
  const news = page.getByRole('region', { name: 'Saved searches' });
  await expect(news.getByText('1 new thread')).toBeVisible();
  await expect(news.getByRole('link', { name: text.title })).toHaveAttribute('href', new RegExp(path));
  await news.getByRole('button', { name: `Mark as read: About ${word}` }).click();
  await expect(page.getByText('Nothing new in:')).toBeVisible();
  await expect(page.getByRole('link', { name: text.title })).toBeHidden();
});

test('saved searches are renamed and removed', async ({ page }) => {
  await join(page);
  const word = rareWord();
  await saveSearch(page, word);
  await page.getByRole('link', { name: 'All saved searches' }).click();
  await expect(page.getByRole('link', { name: word, exact: true })).toBeVisible();
  await page.getByText('Change the name', { exact: true }).first().click();
  await page.getByLabel('New name').fill(`x${'y'.repeat(80)}`);
  await page.getByRole('button', { name: 'Change the name' }).click();
  await expect(page.getByText('This is too long.').first()).toBeVisible();
  await page.getByLabel('New name').fill('My own name');
  await page.getByRole('button', { name: 'Change the name' }).click();
  await expect(page.getByRole('link', { name: 'My own name', exact: true })).toHaveAttribute(
    'href',
    `/search?q=${word}`,
  );
  await page.getByRole('button', { name: 'Remove: My own name' }).click();
  await expect(page.getByText('You have saved no search yet.')).toBeVisible();
});

test('a guest is offered the feed of a search, which holds what was found', async ({ page, browser }) => {
  const other = await anotherVisitor(browser);
  await join(other);
  const word = rareWord();
  const text = threadAbout(word);
  await startThread(other, text);
  await searchUntil(page, word, () => page.getByRole('link', { name: text.title }).isVisible());
  await expect(page.getByRole('button', { name: 'Save this search' })).toBeHidden();
  const href = await page.getByRole('link', { name: 'Follow it in a feed reader (Atom)' }).getAttribute('href');
  const alternate = page.locator('link[rel="alternate"][type="application/atom+xml"]');
  await expect(alternate).toHaveAttribute('href', new RegExp(`${href?.replace('?', '\\?') ?? ''}$`));
  const feed = await page.request.get(href ?? '');
  expect(feed.headers()['content-type']).toContain('application/atom+xml');
  expect(await feed.text()).toContain(text.title);
  expect((await page.request.get('/feeds/search.atom?q=a&sort=none')).status()).toBe(400);
});
