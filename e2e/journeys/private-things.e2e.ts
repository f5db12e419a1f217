import { expect, hasJavaScript, test } from '#e2e/fixtures.ts';
import { runCommand } from '#e2e/run-command.ts';
import {
  anotherVisitor,
  fillNewThread,
  join,
  joinAsModerator,
  postWith,
  rareWord,
  reply,
  signIn,
  startThread,
  threadAbout,
  untilTakenOver,
} from '#e2e/steps.ts';

test('a draft is kept as it is, taken up again and gone once published', async ({ page }) => {
  await join(page);
  const text = threadAbout(rareWord());
  await fillNewThread(page, { ...text, question: '' });
  await page.getByRole('button', { name: 'Save as draft' }).click();
  await expect(page.getByText('Your draft has been saved.')).toBeVisible();
  await page.getByRole('link', { name: text.title }).click();
  await expect(page.getByLabel('The situation', { exact: true })).toHaveValue(text.body);
  await expect(page.getByLabel('Where do you speak from?')).toHaveValue('client');
  await page.getByLabel('My question').fill(text.question);
  await page.getByRole('button', { name: 'Publish anonymously' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(text.title);
  await page.goto('/me/drafts');
  await expect(page.getByText('You have no drafts.')).toBeVisible();
});

test('a thread that is begun is offered to who starts another, on another device too', async ({ page, browser }) => {
  const account = await join(page);
  const text = threadAbout(rareWord());
  await fillNewThread(page, text);
  if (hasJavaScript(page)) {
    // Before it is sent, its fields are in the language that is chosen.
    await expect(page.getByLabel('The situation', { exact: true })).not.toHaveAttribute('lang');
    await untilTakenOver(page);
    await page.getByLabel('Written in').selectOption('nb');
    await expect(page.getByLabel('The situation', { exact: true })).toHaveAttribute('lang', 'nb');
  } else await page.getByLabel('Written in').selectOption('nb');
  await page.getByRole('button', { name: 'Save as draft' }).click();
  await expect(page.getByText('Your draft has been saved.')).toBeVisible();

  const elsewhere = await anotherVisitor(browser);
  await signIn(elsewhere, account);
  await elsewhere.goto('/threads/new?topic=fees');
  await expect(elsewhere.getByText('You have an unfinished draft:')).toBeVisible();
  await expect(elsewhere.getByRole('link', { name: text.title })).toBeVisible();
  await elsewhere.getByRole('link', { name: 'Go on writing' }).click();
  await expect(elsewhere.getByLabel('Title', { exact: true })).toHaveValue(text.title);
  await expect(elsewhere.getByLabel('Title', { exact: true })).toHaveAttribute('lang', 'nb');
  await expect(elsewhere.getByText('You have an unfinished draft:')).toHaveCount(0);

  await page.goto('/threads/new?topic=fees');
  await page.getByRole('button', { name: 'Throw away' }).click();
  await expect(page.getByText('You have an unfinished draft:')).toHaveCount(0);
  await expect(page).toHaveURL(/\/threads\/new\?topic=fees$/);
  await page.goto('/me/drafts');
  await expect(page.getByText('You have no drafts.')).toBeVisible();
});

test('a reply kept as a draft comes back in its thread, and can be thrown away', async ({ page, browser }) => {
  const other = await anotherVisitor(browser);
  await join(other);
  const path = await startThread(other, threadAbout(rareWord()));
  await join(page);
  await page.goto(path);
  await page.getByLabel('Your reply').fill('Half a thought');
  await page.getByRole('button', { name: 'Save as draft' }).click();
  await page.getByRole('link', { name: 'Go on writing' }).click();
  await expect(page).toHaveURL(new RegExp(`${path}\\?draft=`));
  await expect(page.getByLabel('Your reply')).toHaveValue('Half a thought');
  await page.goto('/me/drafts');
  await page.getByRole('button', { name: 'Throw away' }).click();
  await expect(page.getByText('You have no drafts.')).toBeVisible();
});

test('the inbox brings a persona the answer, and a follower what is new, until it is marked as read', async ({
  page,
  browser,
}) => {
  await join(page);
  const text = threadAbout(rareWord());
  const path = await startThread(page, text);
  const [other, follower] = [await anotherVisitor(browser), await anotherVisitor(browser)];
  await join(follower);
  await follower.goto(path);
  await follower.getByRole('button', { name: 'Follow this thread' }).click();
  await expect(follower.getByRole('button', { name: 'Stop following' })).toBeVisible();
  await join(other);
  await other.goto(path);
  await reply(other, 'An answer for both of them.');
  await page.goto('/inbox');
  await expect(page.getByText(/^You are .+ here$/)).toBeVisible();
  await page.getByRole('link', { name: text.title }).click();
  await expect(page).toHaveURL(/#post-2$/);
  await follower.goto('/inbox');
  await expect(follower.getByText('You follow this thread')).toBeVisible();
  await follower.getByRole('button', { name: 'Mark all as read' }).click();
  await expect(follower.getByText(/^Nothing new\./)).toBeVisible();
});

test('who came in as a persona is asked before answering under the pen name', async ({ page }) => {
  const { penName } = await join(page);
  await startThread(page, threadAbout(rareWord()));
  await expect(page.getByLabel(/^Anonymously, as/)).toBeChecked();
  await page.getByLabel(/^Under my pen name/).check();
  await page.getByLabel('Your reply').fill('Under my own name after all');
  await page.getByRole('button', { name: `Reply as ${penName}` }).click();
  await expect(page.getByRole('alert')).toContainText('under another name');
  await expect(page.getByLabel('Your reply')).toHaveValue('Under my own name after all');
  await page.getByLabel(new RegExp(`^Yes, answer as ${penName}`)).check();
  await page.getByRole('button', { name: `Reply as ${penName}` }).click();
  await expect(postWith(page, 'Under my own name after all')).toContainText(penName);
});

test('a newcomer is told what can give them away, before anything is written', async ({ page }) => {
  await join(page);
  await page.goto('/threads/new');
  await expect(page.getByText(/^You have joined this month\./)).toBeVisible();
  await expect(page.getByText(/^Your way of writing/)).toBeVisible();
});

test('what a reader says of a post reaches it or the moderators without a name, and a pause reaches its thread at once', async ({
  page,
  browser,
}) => {
  await join(page);
  const text = threadAbout(rareWord());
  const path = await startThread(page, text);
  const [reader, moderator] = [await anotherVisitor(browser), await anotherVisitor(browser)];
  const { penName: readersName } = await join(reader);
  await reader.goto(path);
  await postWith(reader, text.question).getByRole('link', { name: 'Flag' }).click();
  await reader.getByLabel('It attacks or demeans somebody').check();
  await reader.getByLabel('A note to the moderators').fill('The second paragraph.');
  await reader.getByRole('button', { name: 'Send' }).click();
  await expect(reader.getByText(/^You have flagged this post\./)).toBeVisible();

  await reader.goto(path);
  await postWith(reader, text.question).getByRole('link', { name: 'This helped me' }).click();
  await reader.getByLabel('A client’s').check();
  await reader.getByRole('button', { name: 'It helped me' }).click();
  await expect(postWith(reader, text.question).getByText('Helped 1 client')).toBeVisible();

  await joinAsModerator(moderator);
  await moderator.goto(path);
  await postWith(moderator, text.question).getByRole('link', { name: 'About the writer' }).click();
  await expect(moderator.getByRole('heading', { name: '1 flag on this post' })).toBeVisible();
  await expect(moderator.getByText('The second paragraph.')).toBeVisible();
  await expect(moderator.getByText(readersName)).toHaveCount(0);
  await moderator.getByLabel('Pause', { exact: true }).check();
  await moderator.getByLabel('A week').check();
  await moderator.getByLabel('Reason').fill('Heated');
  await moderator.getByRole('button', { name: 'Decide', exact: true }).click();
  await expect(moderator.getByRole('button', { name: 'End the pause' })).toBeVisible();

  await page.goto(path);
  await expect(page.getByText('You are on a pause and cannot write at present')).toBeVisible();
  await expect(page.getByText('Reason: Heated').first()).toBeVisible();
  await expect(page.getByLabel('Your reply')).toHaveCount(0);
});

test('a thread that was read says how much is new and leads to it, until that is read too', async ({
  page,
  browser,
  javaScriptEnabled,
}) => {
  const other = await anotherVisitor(browser);
  await join(other);
  const path = await startThread(other, threadAbout(rareWord()));
  await join(page);
  const readIt = async () => {
    const button = page.getByRole('button', { name: 'Mark as read' });
    // With a script it is marked after a while in sight; the button is for everybody else.
    if (!javaScriptEnabled) await button.click();
    await expect(button).toBeHidden();
  };
  await page.goto(path);
  await readIt();
  await reply(other, 'Something the reader has not seen.');
  await page.goto(path);
  await page.getByRole('link', { name: 'Jump to first new' }).click();
  await expect(page).toHaveURL(/#post-2$/);
  await readIt();
  await page.goto(path);
  await expect(page.getByRole('link', { name: 'Jump to first new' })).toBeHidden();
});

test('mail about a thread is asked for, confirmed by whoever has the address, and ended by one press of a mail program', async ({
  page,
  browser,
  request,
}) => {
  const { penName } = await join(page);
  await page.goto('/me/settings/mail');
  await page.getByLabel('E-mail address').fill('reader@example.org');
  await page.getByRole('button', { name: 'Send me a mail to confirm' }).click();
  await expect(page.getByRole('alert')).toContainText('Read what is stored');
  await page.getByLabel('I have read what is stored').check();
  await page.getByRole('button', { name: 'Send me a mail to confirm' }).click();
  await expect(page.getByText(/^A mail with a link is on its way\./)).toBeVisible();

  // What the mail would bring: here none leaves.
  const token = /token +([a-z2-7]+)/.exec(await runCommand('what-we-hold', penName))?.[1] ?? '';
  const mailbox = await anotherVisitor(browser);
  await mailbox.goto(`/confirm-mail/${token}`);
  await mailbox.getByRole('button', { name: 'Confirm' }).click();
  await expect(mailbox.getByText('Confirmed. You can close this page.')).toBeVisible();

  await startThread(page, threadAbout(rareWord()));
  await page.getByRole('button', { name: 'Follow this thread' }).click();
  await page.getByRole('button', { name: 'Get mail about it' }).click();
  await expect(page.getByRole('button', { name: 'No more mail about it' })).toBeVisible();

  const answer = await request.post(`/unsubscribe/${token}`, { form: { 'List-Unsubscribe': 'One-Click' } });
  expect(answer.status()).toBe(200);
  await page.reload();
  await expect(page.getByRole('link', { name: 'Get mail about it' })).toBeVisible();
  await mailbox.goto(`/unsubscribe/${token}`);
  await mailbox.getByRole('button', { name: 'No more mail' }).click();
  await expect(mailbox.getByText('No more mail will come. The address is forgotten.')).toBeVisible();
});
