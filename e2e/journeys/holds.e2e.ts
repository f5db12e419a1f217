import type { Browser, Page } from '@playwright/test';
import { expect, test } from '#e2e/fixtures.ts';
import {
  anotherVisitor,
  join,
  joinAsAdministrator,
  joinAsModerator,
  postWith,
  rareWord,
  reply,
  startThread,
  threadAbout,
} from '#e2e/steps.ts';

/** A rule about a word that no other test writes. */
async function addRule(browser: Browser, pattern: string, effect: string): Promise<Page> {
  const page = await anotherVisitor(browser);
  await joinAsAdministrator(page);
  await page.goto('/moderation');
  await page.getByRole('link', { name: 'Word rules' }).click();
  await page.getByLabel('Word or words').fill(pattern);
  await page.getByRole('radio', { name: effect }).check();
  await page.getByRole('button', { name: 'Add the rule' }).click();
  await expect(page.getByText('The rules have been changed.')).toBeVisible();
  return page;
}

async function openItem(page: Page, kind: string, title: string): Promise<void> {
  await page.goto(`/moderation/queue?kind=${kind}`);
  await page.getByRole('link', { name: title, exact: true }).click();
}

async function decide(page: Page, button: string, reason: string): Promise<void> {
  await page.getByLabel('Reason').fill(reason);
  await page.getByRole('button', { name: button, exact: true }).click();
  await expect(page.getByText('Decided: the moderators acted on it.')).toBeVisible();
}

test('a held reply is seen by nobody else, sent back with a reason, revised, and released as the newest', async ({
  page,
  browser,
}) => {
  const word = rareWord();
  const admin = await addRule(browser, `${word}*`, 'The post is held');
  await join(page);
  const text = threadAbout(rareWord());
  const path = await startThread(page, text);
  await reply(page, `I bought the ${word}s.`);
  const mine = postWith(page, `I bought the ${word}s.`);
  await expect(mine).toContainText('Your post is awaiting review.');
  await expect(mine).toContainText('It uses words that a moderator looks at first.');
  const reader = await anotherVisitor(browser);
  await reader.goto(path);
  await expect(reader.getByRole('heading', { name: 'No replies yet' })).toBeVisible();
  await expect(reader.getByText(word)).toHaveCount(0);

  const moderator = await anotherVisitor(browser);
  await joinAsModerator(moderator);
  await openItem(moderator, 'held', text.title);
  await expect(moderator.getByRole('main')).toContainText(`${word}*`);
  await moderator.getByRole('button', { name: 'Send back', exact: true }).click();
  await expect(moderator.getByRole('main')).toContainText('Say why.');
  await decide(moderator, 'Send back', 'Leave the brand out');

  await page.goto(path);
  await expect(mine).toContainText('asks you to change it');
  await expect(mine).toContainText('Leave the brand out');
  await mine.getByRole('link', { name: 'Change your post' }).click();
  await page.getByLabel('Text', { exact: true }).fill('I bought something.');
  await page.getByRole('button', { name: 'Publish the change' }).click();
  await expect(postWith(page, 'I bought something.')).toContainText('Your post is awaiting review.');

  await openItem(moderator, 'held', text.title);
  await decide(moderator, 'Release', 'It keeps to the ground rules');
  await reader.goto(path);
  await expect(postWith(reader, 'I bought something.')).toContainText('#3');
  // What the rules are is for staff alone.
  expect((await reader.goto('/moderation/word-rules'))?.url()).toContain('/sign-in');
  expect((await page.goto('/moderation/word-rules'))?.status()).toBe(403);
  await admin.close();
});

test('an edit that the rules hold waits beside the published text, which stays up', async ({ page, browser }) => {
  const word = rareWord();
  await addRule(browser, word, 'The post is held');
  await join(page);
  const text = threadAbout(rareWord());
  const path = await startThread(page, text);
  await reply(page, 'At first I said this.');
  await postWith(page, 'At first I said this.').getByRole('link', { name: 'Edit' }).click();
  await page.getByLabel('Text', { exact: true }).fill(`At first I said ${word}.`);
  await page.getByRole('button', { name: 'Publish the change' }).click();
  const mine = postWith(page, 'At first I said this.');
  await expect(mine).toContainText('Your change awaits review.');
  await mine.getByRole('link', { name: 'Look at your change' }).click();
  await expect(page.getByRole('insertion').or(page.locator('ins'))).toContainText(word);
  await page.getByRole('link', { name: 'Change it further' }).click();
  await expect(page.getByLabel('Text', { exact: true })).toHaveValue(`At first I said ${word}.`);

  const moderator = await anotherVisitor(browser);
  await joinAsModerator(moderator);
  await openItem(moderator, 'pendingEdit', text.title);
  await expect(moderator.locator('ins')).toContainText(word);
  await decide(moderator, 'Release the change', 'It keeps to the ground rules');
  await page.goto(path);
  await expect(postWith(page, `At first I said ${word}.`)).toBeVisible();
});

test('words are pointed out once, or masked', async ({ page, browser }) => {
  const [warned, hidden] = [rareWord(), rareWord()];
  await addRule(browser, warned, 'The writer is asked to think twice');
  const admin = await addRule(browser, hidden, 'The letters are replaced by dots');
  await admin.getByRole('textbox', { name: 'Text', exact: true }).fill(`A ${hidden}, a ${warned}`);
  await admin.getByRole('button', { name: 'Try it' }).click();
  await expect(admin.getByText(`${hidden} matches: ${hidden}`)).toBeVisible();
  await expect(admin.getByText(`${warned} matches: ${warned}`)).toBeVisible();
  await join(page);
  await startThread(page, threadAbout(rareWord()));
  await page.getByLabel('Your reply').fill(`They are ${warned} at ${hidden}.`);
  await page.getByRole('button', { name: /^Reply (as|anonymously)/ }).click();
  await expect(page.getByRole('alert')).toContainText(`Are you sure about “${warned}”?`);
  await expect(page.getByLabel('Your reply')).toHaveValue(/^They are/);
  await page.getByLabel('Publish all the same').check();
  await page.getByRole('button', { name: /^Reply (as|anonymously)/ }).click();
  await expect(postWith(page, `They are ${warned} at ${'•'.repeat(hidden.length)}.`)).toBeVisible();
});

test('a post that speaks of danger is published, shows its writer where help is, and stands on top of the queue', async ({
  page,
  browser,
}) => {
  await join(page);
  const text = threadAbout(rareWord());
  const path = await startThread(page, text);
  await reply(page, "I can't sleep. I'm going to end my life tonight.");
  const mine = postWith(page, 'end my life tonight');
  await expect(mine).toContainText('In immediate danger: call the emergency number in your country.');
  await expect(mine.getByRole('link', { name: 'Help now' })).toHaveAttribute('href', '/help-now');
  const reader = await anotherVisitor(browser);
  await reader.goto(path);
  await expect(postWith(reader, 'end my life tonight')).not.toContainText('In immediate danger');

  const moderator = await anotherVisitor(browser);
  await joinAsModerator(moderator);
  await moderator.goto('/moderation/queue');
  await expect(moderator.getByRole('listitem').filter({ hasText: text.title })).toContainText('Present danger');
  await openItem(moderator, 'risk', text.title);
  await decide(moderator, 'Has been dealt with', 'I have answered them');
});

test('a published post is held by a moderator until its writer has mended it', async ({ page, browser }) => {
  await join(page);
  const path = await startThread(page, threadAbout(rareWord()));
  await reply(page, 'It was at the school by the mill.');
  const moderator = await anotherVisitor(browser);
  await joinAsModerator(moderator);
  await moderator.goto(path);
  const theirs = postWith(moderator, 'the school by the mill');
  const form = theirs.locator('details').filter({ hasText: 'Hold this post' });
  await form.locator('summary').click();
  await form.getByLabel('Reason').fill('Leave out the school');
  await form.getByRole('button', { name: 'Hold this post' }).click();
  await expect(theirs).toContainText('Leave out the school');
  const reader = await anotherVisitor(browser);
  await reader.goto(path);
  await expect(reader.getByText('the school by the mill')).toHaveCount(0);
  await page.goto(path);
  await expect(postWith(page, 'the school by the mill')).toContainText('Leave out the school');
});
