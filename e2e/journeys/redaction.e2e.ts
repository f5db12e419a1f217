import type { Browser, Page } from '@playwright/test';
import { expect, test } from '#e2e/fixtures.ts';
import {
  anotherVisitor,
  join,
  joinAsModerator,
  postWith,
  rareWord,
  reply,
  searchUntil,
  startThread,
  threadAbout,
} from '#e2e/steps.ts';

/** A thread in which somebody is named, copied by another member. Gives its path. */
async function namedThread(page: Page, browser: Browser, name: string): Promise<string> {
  await join(page);
  const path = await startThread(page, threadAbout(rareWord()));
  await reply(page, `It was ${name} who said so, and ${name} again.`);
  const other = await anotherVisitor(browser);
  await join(other);
  await other.goto(path);
  await reply(other, `It was ${name} who said so: I have met them too.`);
  return path;
}

async function openRedaction(moderator: Page, path: string, text: string): Promise<void> {
  await moderator.goto(path);
  await postWith(moderator, text).first().getByRole('link', { name: 'Redact' }).click();
  await expect(moderator.getByRole('heading', { level: 1 })).toHaveText('Redact a passage of post 2');
}

test('a moderator redacts a name: first seen, then gone for good, in copies too', async ({ page, browser }) => {
  const name = `person${rareWord()}`;
  const path = await namedThread(page, browser, name);
  const hits = page.getByRole('main').getByRole('link', { name: /left on the answering machine/ });
  await searchUntil(page, name, () => hits.first().isVisible());

  const moderator = await anotherVisitor(browser);
  await joinAsModerator(moderator);
  await openRedaction(moderator, path, 'who said so');
  await moderator.getByRole('button', { name: 'Look first' }).click();
  await expect(moderator.getByRole('main')).toContainText('Copy the words that are to go from the text.');
  await expect(moderator.getByRole('main')).toContainText('Choose what it was');
  await moderator.getByLabel('The words that are to go').fill(name);
  await moderator.getByLabel('A name').check();
  await moderator.getByLabel('Reason').fill(`Named ${name}`);
  await moderator.getByRole('button', { name: 'Look first' }).click();
  await expect(moderator.getByRole('main')).toContainText('The reason must not have the words that are to go');
  await moderator.getByLabel('Reason').fill('Somebody was named');
  await moderator.getByRole('button', { name: 'Look first' }).click();

  await expect(moderator.getByRole('heading', { name: 'This is what would happen' })).toBeVisible();
  await expect(moderator.getByText('Nothing has been removed yet.')).toBeVisible();
  await expect(moderator.getByText('2 places in the text')).toBeVisible();
  await expect(moderator.getByLabel(/^Post 3 by/)).toBeChecked();
  await page.goto(path);
  await expect(postWith(page, name).first()).toBeVisible();
  await moderator.getByRole('button', { name: 'Redact for good' }).click();

  await expect(moderator).toHaveURL(/#post-2$/);
  for (const reader of [moderator, page, await anotherVisitor(browser)]) {
    await reader.goto(path);
    await expect(postWith(reader, 'who said so').first()).toContainText('It was [name removed] who said so');
    await expect(reader.getByText('[name removed]')).toHaveCount(3);
    await expect(reader.getByText(name)).toHaveCount(0);
    const line = postWith(reader, 'who said so').first();
    await expect(line).toContainText('Edited by a moderator');
    await expect(line).toContainText('Somebody was named');
    await line.getByRole('link', { name: 'See what changed' }).click();
    await expect(reader.getByText(`${2 * name.length} characters removed for good`)).toBeVisible();
    await expect(reader.getByText(name)).toHaveCount(0);
  }
  await page.goto(path);
  await expect(page.getByText('We’ve removed a detail that could show who this is about.')).toBeVisible();
  await page.goto('/moderation/log?kind=redact');
  await expect(page.getByRole('heading', { name: 'Passage removed from a post' }).first()).toBeVisible();
  await searchUntil(page, name, async () => (await hits.count()) === 0);
});

test('what changed after the look is shown again before anything is done', async ({ page, browser }) => {
  const name = `person${rareWord()}`;
  const path = await namedThread(page, browser, name);
  const moderator = await anotherVisitor(browser);
  await joinAsModerator(moderator);
  await openRedaction(moderator, path, 'who said so');
  await moderator.getByLabel('The words that are to go').fill(name);
  await moderator.getByLabel('A name').check();
  await moderator.getByRole('button', { name: 'Look first' }).click();
  await expect(moderator.getByText('Nothing has been removed yet.')).toBeVisible();

  await page.goto(path);
  await reply(page, `Once more: ${name}.`);
  await moderator.getByRole('button', { name: 'Redact for good' }).click();
  await expect(moderator.getByRole('alert')).toContainText('has changed since you looked');
  await expect(moderator.getByLabel('The words that are to go')).toHaveValue(name);
  await expect(moderator.getByLabel(/^Post 4 by/)).toBeChecked();
  await moderator.getByLabel(/^Post 3 by/).uncheck();
  await moderator.getByRole('button', { name: 'Redact for good' }).click();
  await expect(moderator).toHaveURL(/#post-2$/);
  await expect(moderator.getByText(name)).toHaveCount(1);
  await expect(moderator.getByText('[name removed]')).toHaveCount(3);
});
