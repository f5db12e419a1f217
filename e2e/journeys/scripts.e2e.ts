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

// What only scripts do for who reads, moderates or leaves; for who writes: scripts-composing.e2e.ts.

test('replies that come while one writes are told of, and shown without a loss of what is written', async ({
  page,
  browser,
}) => {
  await page.clock.install();
  await join(page);
  const path = await startThread(page, threadAbout(rareWord()));
  await page.getByLabel('Your reply').fill('Half a thought');
  const other = await anotherVisitor(browser);
  await join(other);
  await other.goto(path);
  await reply(other, 'From the other chair.');
  await page.clock.fastForward('02:00');
  await expect(page.getByRole('status').filter({ hasText: 'New replies since you came: 1' })).toBeVisible();
  await expect(postWith(page, 'From the other chair.')).toHaveCount(0);
  await page.getByRole('button', { name: 'Show them here' }).click();
  await expect(postWith(page, 'From the other chair.')).toBeFocused();
  await expect(page.getByLabel('Your reply')).toHaveValue('Half a thought');
  await page.getByRole('button', { name: /^Reply as/ }).click();
  await expect(postWith(page, 'Half a thought')).toHaveCount(1);
  await expect(postWith(page, 'From the other chair.')).toHaveCount(1);
});

test('nothing of a member’s is left in the browser once they have signed out', async ({ page, context }) => {
  await join(page);
  const path = await startThread(page, threadAbout(rareWord()));
  await page.goto('/me');
  // Remix's client is at work, and keeps where one scrolled to when the page is left: without that this would show nothing.
  await page.waitForFunction(() => history.scrollRestoration === 'manual');
  await page.goto(path);
  expect(await page.evaluate(() => sessionStorage.length)).toBeGreaterThan(0);
  await page.goto('/me');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page).toHaveURL('/');
  const left = await page.evaluate(async () => ({
    local: localStorage.length,
    session: sessionStorage.length,
    caches: (await caches.keys()).length,
    databases: (await indexedDB.databases()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }));
  expect(left).toEqual({ local: 0, session: 0, caches: 0, databases: 0, workers: 0 });
  expect((await context.cookies()).filter((cookie) => cookie.value !== '').map(({ name }) => name)).toEqual([]);
});

test('what a moderator selects in a text is filled in as the words to redact', async ({ page, browser }) => {
  const word = rareWord();
  await join(page);
  const path = await startThread(page, threadAbout(word));
  const moderator = await anotherVisitor(browser);
  await joinAsModerator(moderator);
  await moderator.goto(path);
  await moderator.getByRole('link', { name: 'Redact' }).click();
  await expect(moderator.getByText('they are filled in below')).toBeVisible();
  await moderator.getByText(`Would you bring the ${word} up again?`).click({ clickCount: 3 });
  await expect(moderator.getByLabel('The words that are to go')).toHaveValue(`Would you bring the ${word} up again?`);
});

test('keys go from post to post, quote the one they are at, lead to the reply, and are told of over the page', async ({
  page,
}) => {
  const word = rareWord();
  await join(page);
  await startThread(page, threadAbout(word));
  await reply(page, 'The second post.');
  await page.evaluate(() => scrollTo(0, 0));
  const posts = page.getByRole('article');
  await page.keyboard.press('j');
  await expect(posts.nth(0)).toBeFocused();
  await page.keyboard.press('j');
  await expect(posts.nth(1)).toBeFocused();
  await page.keyboard.press('?');
  const keys = page.getByRole('dialog', { name: 'Keys' });
  await expect(keys.getByText('goes to the search field')).toBeVisible();
  await keys.getByRole('button', { name: 'Close' }).click();
  await expect(keys).toHaveCount(0);
  await expect(posts.nth(1)).toBeFocused();
  await page.keyboard.press('k');
  await expect(posts.nth(0)).toBeFocused();
  await page.keyboard.press('j');
  await page.keyboard.press('q');
  await expect(page.getByRole('figure')).toContainText('The second post.');
  await page.keyboard.press('r');
  await expect(page.getByLabel('Your reply')).toBeFocused();
  await page.keyboard.type('jkq?');
  await expect(page.getByLabel('Your reply')).toHaveValue('jkq?');

  // Those of a text that is being written, and the same by its toolbar, which is one stop.
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('ControlOrMeta+b');
  await expect(page.getByLabel('Your reply')).toHaveValue('**jkq?**');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(page.getByLabel('Your reply')).toHaveValue('jkq?');
  await page.keyboard.press('Shift+Tab');
  await expect(page.getByRole('button', { name: 'Bold' })).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Your reply')).toBeFocused();
  await expect(page.getByLabel('Your reply')).toHaveValue('> jkq?');

  // Of words that are selected in a post they are the quote; of another post than the reply answers it says which.
  await page.getByText(`answered my ${word} with one line`).click({ clickCount: 3 });
  await posts.nth(0).getByRole('link', { name: 'Quote' }).click();
  const first = `> jkq?\n\n> From post 1:\n>\n> My therapist answered my ${word} with one line.\n\n`;
  await expect(page.getByLabel('Your reply')).toHaveValue(first);
  await expect(page.getByLabel('Your reply')).toBeFocused();
  await expect(page.getByRole('figure')).toHaveText(/^In reply to .+, post 2$/);
  await posts.nth(1).getByText('The second post.').click({ clickCount: 3 });
  await page.keyboard.press('q');
  await expect(page.getByLabel('Your reply')).toHaveValue(`${first.trimEnd()}\n\n> The second post.\n\n`);

  // A clean address is copied, and said so.
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await posts.nth(1).getByRole('link', { name: 'Copy link' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'The link has been copied.' })).toBeVisible();
  expect(await copied()).toMatch(/^http:\/\/localhost:\d+\/posts\/[a-z0-9]+$/);
  await page.getByRole('link', { name: 'Copy link' }).first().click();
  await expect.poll(copied).toMatch(/\/threads\/[a-z0-9]+\/[a-z0-9-]+$/);

  // Names that stand on the page and topics are completed where one writes them.
  const field = page.getByLabel('Your reply');
  const alias = (await page.getByText(/^You are .+ here$/).innerText()).slice('You are '.length, -' here'.length);
  await field.fill('');
  await field.pressSequentially(`See @${alias.slice(0, 2).toLowerCase()}`);
  await expect(page.getByRole('option', { name: alias, selected: true })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(field).toHaveValue(`See @${alias} `);
  await field.pressSequentially('on #oosc');
  await expect(page.getByRole('option', { name: 'Out-of-session contact policies OOSC' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('listbox')).toHaveCount(0);
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Enter');
  await expect(field).toHaveValue(`See @${alias} on #oos\n`);
  await field.pressSequentially('#oosc');
  await expect(page.getByRole('option', { name: 'Out-of-session contact policies OOSC' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(field).toHaveValue(/\n\[Out-of-session contact policies\]\(http:.+\/topics\/out-of-session-contact\) $/);

  // By what it is called in the other language too; what is put in is called as the page calls it.
  await field.fill('');
  await field.pressSequentially('#utenom');
  const other = page.getByRole('option', {
    name: /^Out-of-session contact policies Regler for kontakt utenom timene$/,
  });
  await expect(other).toBeVisible();
  await expect(field).toHaveAttribute('aria-activedescendant', /./);
  await page.keyboard.press('Escape');
  await expect(field).not.toHaveAttribute('aria-activedescendant', /./);
});

test('a member’s page sends the words of a post along once more for its scripts, and no oftener', async ({ page }) => {
  await join(page);
  const path = await startThread(page, threadAbout(rareWord()));
  const word = rareWord();
  await reply(page, `A reply about ${word}.`);
  const answer = await page.request.get(path);
  expect((await answer.text()).split(word)).toHaveLength(3);
});
