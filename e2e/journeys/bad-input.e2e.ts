import { expect, hasJavaScript, PLAIN, test } from '#e2e/fixtures.ts';
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

test('what is missing in a new thread is said in one place and at each field; nothing typed is lost', async ({
  page,
}) => {
  await join(page);
  await page.goto('/threads/new');
  await page.getByLabel('Under my pen name').check();
  await page.getByLabel('What I have tried').fill('Waiting.');
  await page.getByRole('button', { name: /^Publish as/ }).click();
  const summary = page.getByRole('alert');
  await expect(summary).toBeFocused();
  await expect(summary.getByRole('link')).toHaveText([
    'Choose the topic that comes nearest.',
    'Give the thread a title.',
    'Write something before you publish.',
    'Say what you would like views on, in a sentence or two.',
  ]);
  await expect(page.getByLabel('What I have tried')).toHaveValue('Waiting.');
  await expect(page.getByLabel('Under my pen name')).toBeChecked();
  await expect(page.getByLabel('Title', { exact: true })).toHaveAccessibleDescription(/Give the thread a title\./);
  await summary.getByRole('link', { name: 'Give the thread a title.' }).click();
  await expect(page.getByLabel('Title', { exact: true })).toBeFocused();
});

test('a text that is too long, too deep or nothing but blanks stays in the form, with the reason', async ({ page }) => {
  await join(page);
  const { title, question } = threadAbout(rareWord());
  const cases = [
    { body: 'x'.repeat(20_001), reason: /Use 20,?000 characters at most/ },
    { body: `${'>'.repeat(60)} deep`, reason: /nested too deeply/ },
    { body: ' \n ', reason: /Write something before you publish/ },
  ];
  for (const { body, reason } of cases) {
    await fillNewThread(page, { title, body, question });
    await page.getByRole('button', { name: 'Publish anonymously' }).click();
    await expect(page.getByRole('alert')).toContainText(reason);
    await expect(page.getByLabel('The situation', { exact: true })).toHaveValue(body);
    await expect(page.getByLabel('Title', { exact: true })).toHaveValue(title);
  }
  await page.goto('/me/threads');
  await expect(page.getByRole('main')).toContainText('You have not written anything yet.');
});

test('the preview shows the text as it will be published', async ({ page }) => {
  await join(page);
  await fillNewThread(page, threadAbout('lantern'));
  if (!hasJavaScript(page)) await page.getByRole('button', { name: 'Preview' }).click();
  const preview = page.getByRole('region', { name: 'As readers will see it' });
  await expect(preview.getByText('hundred')).toHaveCSS('font-style', 'italic');
  await expect(page.getByLabel('My question')).toHaveValue('Would you bring the lantern up again?');
});

test('a text that is sent after the session has ended is not lost, and is published once signed in again', async ({
  browser,
}) => {
  const thread = threadAbout(rareWord());
  // Not the test's own page: what the browser writes on the console about a status of 401 is no fault here.
  const writer = await anotherVisitor(browser);
  const account = await join(writer);
  const sendTooLate = async (button: string) => {
    const publish = writer.getByRole('button', { name: button });
    await untilTakenOver(writer);
    await writer.context().clearCookies();
    await publish.click();
    if (hasJavaScript(writer)) await expect(writer.getByRole('alert')).toContainText('You are no longer signed in.');
    else await expect(writer.getByRole('heading', { level: 1 })).toHaveText('You are no longer signed in');
    const tab = await writer.context().newPage();
    await signIn(tab, account);
    await tab.close();
    if (!hasJavaScript(writer)) await writer.getByRole('button', { name: 'go on with my text' }).click();
    await publish.click();
  };
  await fillNewThread(writer, thread);
  await sendTooLate('Publish anonymously');
  await expect(writer.getByRole('heading', { level: 1 })).toHaveText(thread.title);
  await expect(writer.getByText(thread.question).first()).toBeVisible();

  await reply(writer, 'As it was.');
  await postWith(writer, 'As it was.').getByRole('link', { name: 'Edit' }).click();
  await writer.getByLabel('Text').fill('As it is now.');
  await sendTooLate('Publish the change');
  await expect(postWith(writer, 'As it is now.')).toHaveCount(1);
});

test('who is about to publish a name is shown it first, and takes wider words or lets it stand', async ({ page }) => {
  await join(page);
  await startThread(page, threadAbout(rareWord()));
  const publish = page.getByRole('button', { name: /^Reply as/ });
  const finds = page.getByRole('region', { name: 'Could somebody be recognised by this?' });
  await page.getByLabel('Your reply').fill('I told my colleague Mette Lund about it when we met in Drammen.');
  await publish.click();
  await expect(finds).toContainText('Look once more before others read it.');
  await finds.getByRole('button', { name: 'instead of “Mette Lund”' }).click();
  await expect(page.getByLabel('Your reply')).toHaveValue(
    'I told my colleague [name] about it when we met in Drammen.',
  );
  await finds.getByRole('button', { name: 'Publish it as it stands' }).click();
  await expect(postWith(page, 'I told my colleague [name] about it when we met in Drammen.')).toHaveCount(1);

  // What is harmless by itself adds up.
  await page.getByLabel('Your reply').fill('She is a 47-year-old.');
  await publish.click();
  await expect(finds).toContainText('You have told before, in this thread');
  await expect(finds).toContainText('Drammen');
  await finds.getByRole('button', { name: /^Leave/ }).click();
  await publish.click();
  await expect(postWith(page, 'She is a 47-year-old.')).toHaveCount(1);
});

test('pressing twice publishes once', async ({ page }) => {
  await join(page);
  const word = rareWord();
  await fillNewThread(page, threadAbout(word));
  await page.getByRole('button', { name: 'Publish anonymously' }).dblclick();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(threadAbout(word).title);
  await page.goto('/me/threads');
  await expect(page.getByRole('link', { name: threadAbout(word).title })).toHaveCount(1);
});

test('who edits what has been edited meanwhile gets both texts, and loses neither', async ({ page, browser }) => {
  await join(page);
  const path = await startThread(page, threadAbout(rareWord()));
  await reply(page, 'The first wording.');
  await postWith(page, 'The first wording.').getByRole('link', { name: 'Edit' }).click();
  await expect(page.getByLabel('Text')).toHaveValue('The first wording.');

  const moderator = await anotherVisitor(browser);
  await joinAsModerator(moderator);
  await moderator.goto(path);
  await postWith(moderator, 'The first wording.').getByRole('link', { name: 'Edit' }).click();
  await moderator.getByLabel('Text').fill('The wording of the moderator.');
  await moderator.getByLabel('Reason').fill('Removed an identifying detail');
  await moderator.getByRole('button', { name: 'Publish the change' }).click();
  await expect(postWith(moderator, 'The wording of the moderator.')).toBeVisible();

  await page.getByLabel('Text').fill('The wording of the author.');
  await page.getByRole('button', { name: 'Publish the change' }).click();
  await expect(page.getByRole('alert')).toContainText('This post was changed while you were writing.');
  await expect(page.getByRole('region', { name: 'What was published while you were writing' })).toContainText(
    'The wording of the moderator.',
  );
  await expect(page.getByLabel('Text')).toHaveValue('The wording of the author.');
  await page.getByRole('button', { name: 'Publish the change' }).click();
  await expect(postWith(page, 'The wording of the author.')).toBeVisible();
});

test('a quoted reply keeps its quote when it comes back for a fault', async ({ page }) => {
  await join(page);
  const word = rareWord();
  await startThread(page, threadAbout(word));
  await postWith(page, word).first().getByRole('link', { name: 'Quote' }).click();
  const quote = page.getByRole('main').locator('figure', { hasText: word });
  await expect(quote).toBeVisible();
  await page.getByRole('button', { name: /^Reply as/ }).click();
  await expect(page.getByRole('alert')).toContainText('Write something before you publish.');
  await expect(quote).toBeVisible();
  await reply(page, 'An answer to myself.');
  await expect(postWith(page, 'An answer to myself.')).toContainText(word);
});

test('a moderator hides, restores and locks with a reason; members see what happened', async ({ page, browser }) => {
  await join(page);
  const path = await startThread(page, threadAbout(rareWord()));
  await reply(page, 'A reply that goes and comes.');
  const moderator = await anotherVisitor(browser);
  await joinAsModerator(moderator);
  const guest = await anotherVisitor(browser);

  await moderator.goto(path);
  await decide('A reply that goes and comes.', 'Remove this post', 'It named a person');
  await guest.goto(path);
  await expect(guest.getByRole('main')).not.toContainText('A reply that goes and comes.');
  await expect(guest.getByRole('main')).toContainText('It named a person');
  await decide('A reply that goes and comes.', 'Make this post visible again', 'It did not after all');
  await guest.goto(path);
  await expect(guest.getByRole('main')).toContainText('A reply that goes and comes.');

  const lock = moderator.getByRole('group').filter({ hasText: 'Lock this thread' });
  await lock.getByText('Lock this thread').first().click();
  await lock.getByLabel('Reason').fill('The discussion has run its course');
  await lock.getByRole('button', { name: 'Lock this thread' }).click();
  await expect(moderator.getByRole('main')).toContainText('The discussion has run its course');
  await guest.goto(path);
  await expect(guest.getByRole('main')).toContainText('The discussion has run its course');
  await page.goto(path);
  await expect(page.getByLabel('Your reply')).toHaveCount(0);

  async function decide(text: string, decision: string, reason: string) {
    const post = postWith(moderator, text).locator('details').filter({ hasText: decision });
    await post.getByText(decision).first().click();
    await post.getByLabel('Reason').fill(reason);
    await post.getByRole('button', { name: decision }).click();
    await expect(post).toHaveCount(0);
    await expect(moderator.getByRole('main')).toContainText(text);
  }
});

test('unknown addresses, ids and cursors get a page that helps', PLAIN, async ({ page }) => {
  const cases = [
    ['/nowhere', 404],
    ['/threads/aaaaaaaaaaaaaaaa', 404],
    ['/posts/aaaaaaaaaaaaaaaa', 404],
    ['/posts/aaaaaaaaaaaaaaaa/history', 404],
    ['/topics/no-such-topic', 404],
    ['/members/no-such-member', 404],
    ['/topics/email-and-text?after=%00', 400],
    ['/topics/email-and-text?after=-1', 400],
  ] as const;
  for (const [path, status] of cases) {
    const response = await page.goto(path);
    expect({ path, status: response?.status() }).toEqual({ path, status });
    if (path.includes('%00')) continue;
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Help now' }).first()).toBeVisible();
  }
});

test('who may not do something is told so, and who may not know of it finds nothing', async ({ page, browser }) => {
  await join(page);
  const path = await startThread(page, threadAbout(rareWord()));
  const id = /^\/threads\/([^/]+)/.exec(path)?.[1];
  const other = await anotherVisitor(browser);
  await join(other);
  expect((await other.goto(`/threads/${id}/moderate`))?.status()).toBe(403);
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('This is not open to you');
});

test('a form that carries what does not belong there is refused, and nothing is done', async ({ page }) => {
  await join(page);
  await page.goto('/me');
  const response = await page.request.post('/threads/new', {
    headers: { Origin: new URL(page.url()).origin },
    form: { title: 'x', body: 'x', __proto__: 'x', authorId: 'somebody' },
  });
  expect(response.status()).toBe(400);
  expect(await response.text()).toContain('does not belong to it');
});
