import type { Browser, Page } from '@playwright/test';
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

/** Somebody flags the reply that holds `text` in the thread at `path`. */
async function flag(
  page: Page,
  { path, text, reason, note }: { path: string; text: string; reason: string; note: string },
) {
  await page.goto(path);
  await postWith(page, text).getByRole('link', { name: 'Flag' }).click();
  await page.getByLabel(reason).check();
  await page.getByLabel('A note to the moderators').fill(note);
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.getByText('The moderators have not decided yet.')).toBeVisible();
  return page.url();
}

async function member(browser: Browser): Promise<Page> {
  const page = await anotherVisitor(browser);
  await join(page);
  return page;
}

async function openItem(page: Page, title: string): Promise<void> {
  await page.goto('/moderation/queue');
  await page.getByRole('link', { name: title }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Flagged post');
  await expect(page).toHaveTitle(/^Flagged post: /);
}

test('what a member flags waits for the moderators, and the member sees what became of it', async ({
  page,
  browser,
}) => {
  const word = rareWord();
  await join(page);
  const text = threadAbout(word);
  const path = await startThread(page, text);
  await reply(page, `The ${word} was at the school by the mill.`);
  const reader = await member(browser);
  const reason = 'Somebody could be recognised';
  const flagged = await flag(reader, { path, text: 'the school by the mill', reason, note: `The school (${word})` });

  const moderator = await anotherVisitor(browser);
  await joinAsModerator(moderator);
  await moderator.goto('/moderation');
  await moderator.getByRole('link', { name: 'Open the queue' }).click();
  const entry = moderator.getByRole('listitem').filter({ hasText: text.title });
  await expect(entry).toContainText('High risk');
  await expect(entry).toContainText(`The school (${word})`);
  await openItem(moderator, text.title);
  await moderator.getByRole('button', { name: 'Claim it' }).click();
  await expect(moderator.getByText('You are looking at this, until')).toBeVisible();
  await moderator.getByLabel('A note to the other moderators').fill('I know that school.');
  await moderator.getByRole('button', { name: 'Add the note' }).click();
  await expect(moderator.getByRole('listitem').filter({ hasText: 'I know that school.' })).toBeVisible();

  await moderator.getByRole('button', { name: 'Remove the post' }).click();
  await expect(moderator.getByRole('main')).toContainText('Say why. Readers see the reason.');
  await moderator.getByLabel('Reason').fill('A school is named');
  await moderator.getByRole('button', { name: 'Remove the post' }).click();
  await expect(moderator.getByText('Decided: the moderators acted on it.')).toBeVisible();
  await reader.goto(path);
  await expect(reader.getByText('A school is named')).toBeVisible();
  await expect(reader.getByText('the school by the mill')).toHaveCount(0);
  expect(flagged).toContain('/flag');
});

test('two moderators at one item know of each other, and only one decides', async ({ page, browser }) => {
  const word = rareWord();
  await join(page);
  const text = threadAbout(word);
  const path = await startThread(page, text);
  await reply(page, `A sharp ${word}.`);
  const reader = await member(browser);
  const note = `Sharp (${word})`;
  const flagged = await flag(reader, { path, text: `A sharp ${word}`, reason: 'It attacks or demeans somebody', note });

  const [first, second] = [await anotherVisitor(browser), await anotherVisitor(browser)];
  const { penName } = await joinAsModerator(first);
  await joinAsModerator(second);
  await openItem(second, text.title);
  await openItem(first, text.title);
  await first.getByRole('button', { name: 'Claim it' }).click();
  await expect(first.getByText('You are looking at this, until')).toBeVisible();

  await second.getByLabel('Reason').fill('It is fine');
  await second.getByRole('button', { name: 'No reason to act' }).click();
  await expect(second.getByRole('main')).toContainText('Another moderator is looking at this.');
  await expect(second.getByText(`${penName} is looking at this, until`)).toBeVisible();

  await first.getByLabel('Reason').fill('It keeps to the ground rules');
  await first.getByRole('button', { name: 'No reason to act' }).click();
  await expect(first.getByText('Decided: no reason to act.')).toBeVisible();
  await second.getByLabel(/go on even so$/).check();
  await second.getByRole('button', { name: 'No reason to act' }).click();
  await expect(second.getByText('Somebody else has just decided on this. Look at it again.')).toBeVisible();
  await expect(second.getByText('Decided: no reason to act.')).toBeVisible();
  await reader.goto(flagged);
  await expect(reader.getByText('saw no reason to act')).toBeVisible();
});

test('somebody without an account says that a thread is about them', async ({ page, browser }) => {
  const word = rareWord();
  const writer = await member(browser);
  const path = await startThread(writer, threadAbout(word));
  await page.goto(path);
  await page.getByRole('main').getByRole('link', { name: 'Is this about you?' }).click();
  await expect(page.getByLabel('The address of the thread or post')).toHaveValue(path);
  await page.getByLabel('The address of the thread or post').fill('https://elsewhere.example/');
  await page.getByLabel('What is it about?').fill(`I am the one with the ${word}.`);
  await page.getByRole('button', { name: 'Send to the moderators' }).click();
  await expect(page.getByRole('main')).toContainText('This is not the address of a thread or a post on this forum.');
  await page.getByLabel('The address of the thread or post').fill(path);
  await page.getByLabel('How can the moderators reach you?').fill(`${word}@example.org`);
  await page.getByRole('button', { name: 'Send to the moderators' }).click();
  await expect(page.getByText('The moderators have it.')).toBeVisible();

  const moderator = await anotherVisitor(browser);
  await joinAsModerator(moderator);
  await moderator.goto('/moderation/queue?kind=aboutMe');
  await moderator
    .getByRole('listitem')
    .filter({ hasText: word })
    .getByRole('link', { name: '“This is about me”' })
    .click();
  await expect(moderator.getByText(`${word}@example.org`)).toBeVisible();
  await moderator.getByLabel('Reason').fill('Answered by mail');
  await moderator.getByRole('button', { name: 'Has been dealt with' }).click();
  await expect(moderator.getByText('What they wrote was deleted when this was decided.')).toBeVisible();
  await expect(moderator.getByText(`${word}@example.org`)).toHaveCount(0);
});
