import type { Page } from '@playwright/test';
import { expect, test } from '#e2e/fixtures.ts';
import {
  anotherVisitor,
  join,
  joinAsModerator,
  postWith,
  rareWord,
  reply,
  startThread,
  threadAbout,
} from '#e2e/steps.ts';

/** One kind alone: of all that other tests did in the same hour a page has no room. */
async function show(page: Page, kind: string): Promise<void> {
  await page.getByLabel('What was done').selectOption(kind);
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(page.getByRole('listitem').getByRole('heading', { level: 2 }).first()).toHaveText(kind);
}

test('what a moderator does stands in the public log, without names, and says so when it is taken back', async ({
  page,
  browser,
}) => {
  const word = rareWord();
  const writer = await anotherVisitor(browser);
  const { penName } = await join(writer);
  const text = threadAbout(word);
  const path = await startThread(writer, text);
  await reply(writer, `The ${word} was from a person with a name.`);
  const moderator = await joinAsModerator(page);
  await page.goto(path);
  const post = postWith(page, 'a person with a name');
  const id = /\/posts\/([a-z2-7]+)/.exec(await post.innerHTML())?.[1] ?? '';
  const decide = async (button: string, reason: string) => {
    await page.goto(`/posts/${id}/moderate`);
    await page.getByLabel('Reason').fill(reason);
    await page.getByRole('main').getByRole('button', { name: button }).click();
    await expect(page).toHaveURL(/#post-2$/);
  };
  await decide('Remove this post', `Names somebody (${word})`);

  const guest = await anotherVisitor(browser);
  await guest.goto('/');
  await guest.getByRole('contentinfo').getByRole('link', { name: 'Moderation log' }).click();
  await show(guest, 'Post removed');
  const entry = guest.getByRole('listitem').filter({ hasText: `Names somebody (${word})` });
  await expect(entry.getByRole('heading', { name: 'Post removed' })).toBeVisible();
  await expect(entry).toContainText('A post that is no longer there');
  await expect(entry.getByRole('link', { name: text.title })).toBeVisible();
  for (const name of [moderator.penName, penName, 'a person with a name']) {
    await expect(guest.getByRole('main')).not.toContainText(name);
  }

  await decide('Make this post visible again', `No name after all (${word})`);
  await guest.reload();
  await expect(entry).toContainText('Taken back later');
  await expect(guest.getByRole('listitem').filter({ hasText: `No name after all (${word})` })).toHaveCount(0);
  await entry.getByRole('link', { name: 'Post 2' }).click();
  await expect(guest).toHaveURL(/#post-2$/);

  const feed = await guest.request.get('/feeds/moderation-log.atom');
  expect(feed.headers()['content-type']).toContain('application/atom+xml');
  // It has as many as one page of all kinds, and what else was done in the hour stands among them in no order.
  expect(await feed.text()).toContain('<entry>');

  await page.goto('/moderation/log');
  await show(page, 'Post made visible again');
  const seen = page.getByRole('listitem').filter({ hasText: `No name after all (${word})` });
  await expect(seen).toContainText(`By ${moderator.penName}`);
  await seen.getByRole('link', { name: 'What changed' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('What changed in post 2');
});
