import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from '#e2e/fixtures.ts';
import { anotherVisitor, join, postWith, rareWord, reply, searchUntil, startThread, threadAbout } from '#e2e/steps.ts';

test('a member takes their texts along, takes a post back, and leaves for good', async ({ page, browser }) => {
  const [sealed, named, taken, others] = [rareWord(), rareWord(), rareWord(), rareWord()];
  const neighbour = await anotherVisitor(browser);
  await join(neighbour);
  const elsewhere = await startThread(neighbour, threadAbout(others));

  const account = await join(page);
  await startThread(page, threadAbout(sealed));
  await page.goto(elsewhere);
  await reply(page, `I had a ${named} like that.`, 'pen-name');
  await reply(page, `Let me add a ${taken}.`, 'pen-name');

  await page.goto('/me');
  await page.getByRole('link', { name: 'Take your texts along' }).click();
  const texts = await download(page);
  for (const word of [sealed, named, taken]) expect(texts).toContain(word);
  expect(texts).toContain('anonymously, as ');

  await page.goto(elsewhere);
  await postWith(page, taken).getByRole('link', { name: 'Take back' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Take back post 3');
  await page.getByRole('button', { name: 'Take it back for good' }).click();
  await expect(page.getByText('Whoever wrote this post has taken it back.')).toBeVisible();
  await expect(page.getByRole('main')).not.toContainText(taken);
  const [nothing, mark] = [
    neighbour.getByRole('main').getByText(/nothing/i),
    neighbour.getByRole('main').locator('mark'),
  ];
  await searchUntil(neighbour, taken, () => nothing.first().isVisible());
  await searchUntil(neighbour, named, () => mark.first().isVisible());
  await expect(mark).toHaveText(named);

  await page.goto('/me');
  await page.getByRole('link', { name: 'Erase your account' }).click();
  await page.getByRole('button', { name: 'Erase my account' }).click();
  await expect(page.getByRole('alert')).toContainText('Choose what becomes of these texts.');
  await page.getByRole('group', { name: /under/ }).getByLabel('Remove the text').check();
  await page
    .getByRole('group', { name: /anonymous/ })
    .getByLabel('Leave the text')
    .check();
  await page.getByLabel('Your password').fill('not this one');
  await page.getByRole('button', { name: 'Erase my account' }).click();
  await expect(page.getByRole('alert')).toContainText('This is not your present password.');
  await expect(page.getByRole('group', { name: /anonymous/ }).getByLabel('Leave the text')).toBeChecked();
  await page.getByLabel('Your password').fill(account.password);
  await page.getByRole('button', { name: 'Erase my account' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your account is gone');
  await expect(page.getByRole('banner').getByRole('link', { name: 'Sign in' })).toBeVisible();

  await page.goto('/sign-in');
  await page.getByLabel('Pen name').fill(account.penName);
  await page.getByLabel('Password').fill(account.password);
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert')).toContainText('Pen name and password do not go together.');

  const status = async (path: string) => (await page.goto(path))?.status();
  expect(await status(`/members/${account.penName}`)).toBe(404);
  await neighbour.goto(elsewhere);
  await expect(neighbour.getByRole('main')).not.toContainText(named);
  await expect(neighbour.getByRole('main')).not.toContainText(account.penName);
  await searchUntil(neighbour, named, () => nothing.first().isVisible());
});

/** The archive that the page offers, as one text. */
async function download(page: Page): Promise<string> {
  const coming = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download the archive' }).click();
  const file = await coming;
  expect(file.suggestedFilename()).toBe('both-chairs-export.zip');
  const files = unzipSync(new Uint8Array(await readFile(await file.path())));
  expect(Object.keys(files)).toContain('export.json');
  return Object.values(files)
    .map((bytes) => strFromU8(bytes))
    .join('\n');
}
