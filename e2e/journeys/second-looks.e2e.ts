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

/** Opens what staff can do about whoever wrote the post that holds `text`. */
async function openWriter(page: Page, { path, text }: { path: string; text: string }): Promise<void> {
  await page.goto(path);
  await postWith(page, text).getByRole('link', { name: 'About the writer' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('About the writer');
}

async function decide(page: Page, kind: string, reason: string): Promise<void> {
  await page.getByLabel(kind, { exact: true }).check();
  await page.getByLabel('Reason').fill(reason);
  await page.getByRole('button', { name: 'Decide', exact: true }).click();
  await expect(page.getByRole('listitem').filter({ hasText: reason })).toBeVisible();
}

test('a writer is told what was decided about them, asks again once, and another moderator answers', async ({
  page,
  browser,
}) => {
  const word = rareWord();
  await join(page);
  const text = threadAbout(word);
  const path = await startThread(page, text);
  await reply(page, `And yet the ${word} hurts.`);
  const wrote = { path, text: `And yet the ${word} hurts.` };

  const first = await anotherVisitor(browser);
  await joinAsModerator(first);
  await openWriter(first, wrote);
  await expect(first.getByLabel('Warning', { exact: true })).toBeChecked();
  await decide(first, 'Warning', `Gently (${word})`);
  // One step above the last.
  await expect(first.getByLabel('Review', { exact: true })).toBeChecked();
  await first.getByRole('button', { name: 'Decide', exact: true }).click();
  await expect(first.getByRole('main')).toContainText('Say why.');

  await decide(first, 'Review', `For a while (${word})`);

  await page.goto(path);
  await expect(page.getByRole('region', { name: 'Reply', exact: true })).toContainText(
    'What you write here awaits review',
  );
  const post = postWith(page, wrote.text);
  await expect(post).toContainText('You were given a warning');
  await expect(post).toContainText(`Gently (${word})`);
  const warning = post.locator('.notice').filter({ hasText: 'warning' });
  await warning.getByRole('link', { name: 'Ask for a second look' }).click();
  await page.getByRole('button', { name: 'Ask', exact: true }).click();
  await expect(page.getByRole('main')).toContainText('Write why it should be decided differently.');
  await page.getByLabel('Why should it be decided differently?').fill(`The ${word} was my own.`);
  await page.getByRole('button', { name: 'Ask', exact: true }).click();
  await expect(page.getByText('You have asked for a second look.')).toBeVisible();
  await expect(page.getByLabel('Why should it be decided differently?')).toHaveCount(0);

  await first.goto('/moderation/queue?kind=appeal');
  await first
    .getByRole('listitem')
    .filter({ hasText: `The ${word} was my own.` })
    .getByRole('link')
    .first()
    .click();
  await expect(first.getByText('You decided this. Another moderator takes the second look.')).toBeVisible();
  await expect(first.getByRole('button', { name: 'The decision stands' })).toHaveCount(0);

  const second = await anotherVisitor(browser);
  await joinAsModerator(second);
  await second.goto(first.url());
  await expect(second.getByText(`The ${word} was my own.`)).toBeVisible();
  await second.getByRole('textbox', { name: 'Answer' }).fill('You are right, it was yours.');
  await second.getByRole('button', { name: 'Decide anew' }).click();
  await expect(second.getByText('Decided: the moderators acted on it.')).toBeVisible();
  await expect(second.getByText(`The ${word} was my own.`)).toHaveCount(0);

  await page.goto('/me/appeals');
  const taken = page.getByRole('main').getByRole('listitem').filter({ hasText: 'This was taken back.' });
  await expect(taken).toContainText('You are right, it was yours.');

  const guest = await anotherVisitor(browser);
  await guest.goto('/moderation/log?kind=grantAppeal');
  const entry = guest.getByRole('listitem').filter({ hasText: word }).filter({ hasText: 'decided anew' });
  await expect(entry).toContainText('You are right, it was yours.');
  await guest.goto(path);
  await expect(postWith(guest, wrote.text)).not.toContainText('warning');
});

test('a pause says why, for how long and what one can do, and ends where a moderator ends it', async ({
  page,
  browser,
}) => {
  const word = rareWord();
  await join(page);
  const text = threadAbout(word);
  const path = await startThread(page, text);
  const moderator = await anotherVisitor(browser);
  await joinAsModerator(moderator);
  await openWriter(moderator, { path, text: text.body.split('\n')[0] ?? '' });
  await moderator.getByLabel('A week', { exact: true }).check();
  await decide(moderator, 'Pause', `Heated (${word})`);

  await page.goto(path);
  await expect(page.getByText('You are on a pause and cannot write at present')).toBeVisible();
  await expect(page.getByRole('region', { name: /reply/i })).toContainText(`Heated (${word})`);
  await expect(page.getByLabel('Your reply')).toHaveCount(0);

  await moderator.getByLabel('Reason').fill('Cooled');
  await moderator.getByRole('button', { name: 'End the pause' }).click();
  await expect(moderator.getByRole('listitem').filter({ hasText: `Heated (${word})` })).toContainText('Lifted');
  await page.goto(path);
  await expect(page.getByLabel('Your reply')).toBeVisible();
});

test('one decision on many flagged posts, and its undoing', async ({ page, browser }) => {
  const word = rareWord();
  await join(page);
  const path = await startThread(page, threadAbout(word));
  const reader = await anotherVisitor(browser);
  await join(reader);
  for (const offer of ['Cheap course one', 'Cheap course two']) {
    await page.goto(path);
    await reply(page, `${offer} ${word}`);
    await reader.goto(path);
    await postWith(reader, `${offer} ${word}`).getByRole('link', { name: 'Flag' }).click();
    await reader.getByLabel('It advertises').check();
    await reader.getByRole('button', { name: 'Send' }).click();
    await expect(reader.getByText('The moderators have not decided yet.')).toBeVisible();
  }
  const moderator = await anotherVisitor(browser);
  await joinAsModerator(moderator);
  const waiting = () => moderator.getByRole('listitem').filter({ hasText: `Cheap course` }).filter({ hasText: word });
  await moderator.goto('/moderation/queue?kind=flags&reason=advertising');
  await expect(waiting()).toHaveCount(2);
  await moderator.getByRole('button', { name: 'Remove the posts' }).click();
  await expect(moderator.getByRole('main')).toContainText('Say why.');
  for (const box of await waiting().getByRole('checkbox').all()) await box.check();
  await moderator.getByLabel('Reason').fill('Advertising');
  await moderator.getByRole('button', { name: 'Remove the posts' }).click();
  await expect(moderator.getByText('2 items decided.')).toBeVisible();
  await page.goto(path);
  await expect(page.getByText('Advertising').first()).toBeVisible();

  await moderator.getByRole('button', { name: 'Undo' }).click();
  await expect(moderator.getByText('2 items wait again.')).toBeVisible();
  await moderator.goto('/moderation/queue?kind=flags&reason=advertising');
  await expect(waiting()).toHaveCount(2);
});
