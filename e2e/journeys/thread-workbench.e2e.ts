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

/** A thread with two replies, and its path. */
async function thread(browser: Browser, word: string): Promise<{ path: string; id: string; title: string }> {
  const writer = await anotherVisitor(browser);
  await join(writer);
  const text = threadAbout(word);
  const path = await startThread(writer, text);
  await reply(writer, `First about the ${word}.`);
  await reply(writer, `Second about the ${word}.`);
  return { path, id: path.split('/')[2] ?? '', title: text.title };
}

async function openAct(page: Page, id: string, name: string): Promise<void> {
  await page.goto(`/threads/${id}/moderate`);
  await page.getByRole('heading', { name, exact: true }).click();
}

/** The part of the workbench that is unfolded. */
const openPart = (page: Page) => page.locator('details[open]');

test('a thread is moved, pinned, warned of and locked on its workbench, and readers see it', async ({
  page,
  browser,
}) => {
  const { path, id, title } = await thread(browser, rareWord());
  await joinAsModerator(page);
  await page.goto(path);
  await page.getByRole('link', { name: 'Move, pin, merge, split …' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Work on this thread');

  await openAct(page, id, 'Move to another topic');
  await openPart(page).getByLabel('Topic').selectOption({ label: 'Email and text messages' });
  await openPart(page).getByRole('button', { name: 'Move it' }).click();
  await expect(openPart(page)).toContainText('Say why. Readers see the reason.');
  await openPart(page).getByLabel('Reason').fill('It is about a gift');
  await openPart(page).getByRole('button', { name: 'Move it' }).click();
  await expect(openPart(page)).toContainText('The thread stands in this topic already.');
  await openPart(page).getByLabel('Topic').selectOption({ label: 'Gifts' });
  await openPart(page).getByRole('button', { name: 'Move it' }).click();
  await expect(page.getByText('Done.')).toBeVisible();

  await openAct(page, id, 'Pin to the top of its topic');
  const tomorrow = new Date(Date.now() + 24 * 3_600_000).toISOString().slice(0, 10);
  await openPart(page).getByLabel('Up to and including').fill(tomorrow);
  await openPart(page).getByLabel('Reason').fill('For the week');
  await openPart(page).getByRole('button', { name: 'Pin it' }).click();
  await expect(page.getByText('Done.')).toBeVisible();

  await openAct(page, id, 'Content warning');
  await openPart(page).getByLabel('What the thread deals with').fill('Loss');
  await openPart(page).getByLabel('Reason').fill('It is');
  await openPart(page).getByRole('button', { name: 'Set the warning' }).click();
  await expect(page.getByText('Done.')).toBeVisible();

  await openAct(page, id, 'Lock after a silence');
  await openPart(page).getByLabel('How long a silence?').selectOption('30');
  await openPart(page).getByLabel('Reason').fill('It is answered');
  await openPart(page).getByRole('button', { name: 'Set the silence' }).click();
  await expect(page.getByText('Done.')).toBeVisible();

  const guest = await anotherVisitor(browser);
  await guest.goto(path);
  await expect(guest.getByText('Moved from Email and text messages to Gifts · It is about a gift')).toBeVisible();
  await expect(guest.getByText('Content warning: Loss')).toBeVisible();
  await guest.goto('/topics/gifts');
  const listed = guest.locator('.thread-list > li');
  await expect(listed.filter({ hasText: title })).toContainText('Pinned');
  // Another test may have pinned one too.
  await expect(listed.first()).toContainText('Pinned');
});

test('two threads become one, and every old address leads to the right post', async ({ page, browser }) => {
  const [word, other] = [rareWord(), rareWord()];
  const [away, stays] = [await thread(browser, word), await thread(browser, other)];
  const late = await anotherVisitor(browser);
  await join(late);
  await late.goto(away.path);
  await late.getByLabel('Your reply').fill(`Written meanwhile about the ${word}.`);

  await joinAsModerator(page);
  await openAct(page, away.id, 'Merge into another thread');
  await openPart(page).getByLabel('The thread that stays').fill(away.path);
  await openPart(page).getByLabel('Reason').fill('Asked twice');
  await openPart(page).getByRole('button', { name: 'Merge the threads' }).click();
  await expect(openPart(page)).toContainText('This is the same thread.');
  await expect(openPart(page).getByLabel('Reason')).toHaveValue('Asked twice');
  await openPart(page).getByLabel('The thread that stays').fill(new URL(stays.path, page.url()).href);
  await openPart(page).getByRole('button', { name: 'Merge the threads' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(stays.title);
  await expect(page.getByText('The posts below came from another thread')).toBeVisible();

  const guest = await anotherVisitor(browser);
  await guest.goto(`${away.path}#post-2`);
  await expect(guest).toHaveURL(new RegExp(`^[^?]*${stays.path}\\?.*#post-2$`));
  await expect(guest.locator(':target')).toContainText(`First about the ${word}.`);
  await guest.goto(stays.path);
  await expect(postWith(guest, `Would you bring the ${word} up again?`)).toContainText(away.title);
  await expect(
    postWith(guest, `Second about the ${word}.`).getByRole('link', { name: 'Permalink to post 6' }),
  ).toBeVisible();

  await late.getByRole('button', { name: 'Reply anonymously' }).click();
  await expect(late.getByText('The thread you wrote in has been merged into this one.')).toBeVisible();
  await expect(late.getByLabel('Your reply')).toHaveValue(`Written meanwhile about the ${word}.`);
  await late.getByRole('button', { name: 'Reply anonymously' }).click();
  await expect(postWith(late, `Written meanwhile about the ${word}.`)).toBeVisible();
});

test('replies are split off, marked as the one that helped, and found from where they stood', async ({
  page,
  browser,
}) => {
  const word = rareWord();
  const { path, id, title } = await thread(browser, word);
  await joinAsModerator(page);
  await page.goto(path);
  await postWith(page, `First about the ${word}.`).getByRole('link', { name: 'Mark as the reply that helped' }).click();
  await page.getByLabel('Reason').fill('It settled it');
  await page.getByRole('button', { name: 'Mark as the reply that helped' }).click();
  await expect(page.getByRole('link', { name: 'The reply that helped: post 2' })).toBeVisible();

  await page.goto(`/threads/${id}/moderate`);
  await page.getByRole('link', { name: 'Choose replies' }).click();
  await page.getByRole('button', { name: 'Split them off' }).click();
  await expect(page.getByRole('main')).toContainText('Give the thread a title.');
  await page.getByLabel('Title of the new thread').fill(`Apart: ${word}`);
  await page.getByLabel('Reason').fill('Another matter');
  await page.getByRole('button', { name: 'Split them off' }).click();
  await expect(page.getByRole('main')).toContainText('Choose the replies that go.');
  await page.getByLabel(`Second about the ${word}.`).check();
  await page.getByRole('button', { name: 'Split them off' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Apart: ${word}`);
  await expect(page.getByText(`Split off from ${title} · Another matter`)).toBeVisible();

  const guest = await anotherVisitor(browser);
  await guest.goto(`${path}#post-3`);
  await expect(guest.getByText(`1 reply was moved to Apart: ${word}`)).toBeVisible();
  await guest.getByRole('link', { name: `Apart: ${word}` }).click();
  await expect(postWith(guest, `Second about the ${word}.`)).toBeVisible();
});
