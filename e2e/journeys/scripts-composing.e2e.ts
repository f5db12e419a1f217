import { singleFetchError } from '#app/platform/single-fetch-error.ts';
import { expect, test } from '#e2e/fixtures.ts';
import {
  anotherVisitor,
  fillNewThread,
  holdBack,
  join,
  newFormKey,
  postWith,
  rareWord,
  reply,
  signIn,
  startThread,
  threadAbout,
  untilTakenOver,
} from '#e2e/steps.ts';

// What only scripts do for who writes; without them the browser does it, or nobody.

test('a text that is sent while the network is gone stays where it is, and is published once when sent again', async ({
  browser,
}) => {
  const word = rareWord();
  // Not the test's own page: what the browser writes on the console about the network is no fault here.
  const writer = await anotherVisitor(browser);
  await join(writer);
  await fillNewThread(writer, threadAbout(word));
  // A topic is found by any of its names, and chosen in the list that the form sends.
  await writer.getByRole('combobox', { name: 'Find it by any name, or choose below' }).fill('oosc');
  await expect(writer.getByRole('option', { name: 'Out-of-session contact policies OOSC' })).toBeVisible();
  await writer.keyboard.press('Enter');
  await expect(writer.getByLabel('Topic', { exact: true })).toBeFocused();
  await expect(writer.getByLabel('Topic', { exact: true })).toHaveValue('out-of-session-contact');
  await writer.getByRole('button', { name: 'Self-harm', exact: true }).click();
  await writer.getByRole('button', { name: 'Abuse', exact: true }).click();
  await expect(writer.getByLabel('Content warning (optional)')).toHaveValue('Self-harm, abuse');
  await writer.getByRole('button', { name: 'Self-harm', exact: true }).click();
  await expect(writer.getByRole('button', { name: 'Abuse', pressed: true })).toBeVisible();
  await expect(writer.getByLabel('Content warning (optional)')).toHaveValue('abuse');
  await expect(writer.getByRole('region', { name: 'As readers will see it' })).toBeVisible();
  await writer.context().setOffline(true);
  await writer.getByRole('button', { name: 'Publish anonymously' }).click();
  await expect(writer.getByRole('alert')).toContainText('The forum could not be reached.');
  await expect(writer.getByLabel('Title', { exact: true })).toHaveValue(threadAbout(word).title);
  await writer.context().setOffline(false);
  await writer.getByRole('button', { name: 'Publish anonymously' }).click();
  await expect(writer.getByRole('heading', { level: 1 })).toHaveText(threadAbout(word).title);

  // The reply is written, and the network goes before its writer hears of it.
  await writer.route(/\.data\b/, async (route) => {
    if (route.request().method() === 'POST') await route.fetch();
    await route.abort();
  });
  await writer.getByLabel('Your reply').fill('Once and no more.');
  await writer.getByRole('button', { name: /^Reply as/ }).click();
  await expect(writer.getByRole('alert')).toContainText('The forum could not be reached.');
  await writer.unrouteAll();
  await writer.getByRole('button', { name: /^Reply as/ }).click();
  await expect(writer).toHaveURL(/#post-2$/);
  await expect(postWith(writer, 'Once and no more.')).toHaveCount(1);
});

const UNABLE = [
  {
    who: 'the forum has too much to do',
    answer: {
      status: 503,
      contentType: 'text/x-script',
      // What it says then: app/platform/host/http-server.test.ts.
      body: singleFetchError({ status: 503, data: { code: 'busy' } }, 'action'),
    },
  },
  {
    who: 'a proxy finds no forum behind it',
    answer: { status: 502, contentType: 'text/html', body: '<h1>Bad gateway</h1>' },
  },
];

for (const { who, answer } of UNABLE) {
  test(`a text that is sent while ${who} stays where it is, and is published when sent again`, async ({ browser }) => {
    // Not the test's own page: what the browser writes on the console about such an answer is no fault here.
    const writer = await anotherVisitor(browser);
    await join(writer);
    await startThread(writer, threadAbout(rareWord()));
    await untilTakenOver(writer);
    await writer.getByLabel('Your reply').fill('Once the crowd has gone.');
    await writer.route(/\.data\b/, (route) => route.fulfill(answer));
    await writer.getByRole('button', { name: /^Reply as/ }).click();
    await expect(writer.getByRole('alert')).toContainText(
      'The forum cannot do this just now. What you wrote is still here',
    );
    await expect(writer.getByLabel('Your reply')).toHaveValue('Once the crowd has gone.');
    await writer.unrouteAll();
    await writer.getByRole('button', { name: /^Reply as/ }).click();
    await expect(postWith(writer, 'Once the crowd has gone.')).toHaveCount(1);
  });
}

test('what is written keeps itself as one draft, through a quote, a lost network and another device', async ({
  browser,
}) => {
  // Not the test's own page: what the browser writes on the console about the network is no fault here.
  const writer = await anotherVisitor(browser);
  const account = await join(writer);
  const word = rareWord();
  const path = await startThread(writer, threadAbout(word));
  const field = writer.getByLabel('Your reply');
  const kept = writer.getByRole('status').filter({ hasText: 'Draft saved' });
  await field.fill('Half a thought');
  await expect(kept).toBeVisible();
  const words = `My therapist answered my ${word} with one line.`;
  await writer.getByText(words).first().click({ clickCount: 3 });
  await writer.getByRole('link', { name: 'Quote' }).click();
  await expect(writer.getByRole('figure')).toBeVisible();
  await expect(field).toHaveValue(`Half a thought\n\n> ${words}\n\n`);

  await writer.context().setOffline(true);
  await field.fill('Half a thought, and more');
  await expect(writer.getByText('Not saved: the forum cannot be reached.')).toBeVisible();
  await writer.context().setOffline(false);
  await expect(kept).toBeVisible();
  const elsewhere = await anotherVisitor(browser);
  await signIn(elsewhere, account);
  await elsewhere.goto(path);
  await expect(elsewhere.getByLabel('Your reply')).toHaveValue('Half a thought, and more');
  await elsewhere.goto('/me/drafts');
  await expect(elsewhere.getByRole('button', { name: 'Throw away' })).toHaveCount(1);

  await field.pressSequentially('.');
  await writer.getByRole('button', { name: /^Reply as/ }).click();
  await expect(postWith(writer, 'Half a thought, and more.')).toHaveCount(1);
  await expect(field).toHaveValue('');
  await elsewhere.reload();
  await expect(elsewhere.getByText('You have no drafts.')).toBeVisible();
});

test('a text that cannot be kept stays where it is, with the reason, and is kept once it can be', async ({
  browser,
}) => {
  // Not the test's own page: what the browser writes on the console about a refusal is no fault here.
  const writer = await anotherVisitor(browser);
  const account = await join(writer);
  const kept = writer.getByRole('status').filter({ hasText: 'Draft saved' });
  const field = writer.getByLabel('The situation', { exact: true });
  await writer.goto('/threads/new?topic=fees');
  await untilTakenOver(writer);
  await field.fill('Half a thought');
  await expect(kept).toBeVisible();

  await writer.context().clearCookies();
  await field.pressSequentially(', and more');
  await expect(writer.getByText('Not saved: you are no longer signed in. What you wrote stays here.')).toBeVisible();
  const beside = writer.getByRole('link', { name: 'Sign in, in a new tab' });
  await expect(beside).toHaveAttribute('target', '_blank');
  await expect(beside).toHaveAttribute('href', '/sign-in');
  await signIn(writer, account);
  await expect(kept).toBeVisible();
  await expect(field).toHaveValue('Half a thought, and more');

  await writer.route('**/me/drafts/keep', (route) => route.fulfill({ status: 429 }));
  await field.pressSequentially(', too fast');
  await expect(writer.getByText('Not saved yet: the forum has too much to do.')).toBeVisible();
  await writer.unrouteAll();
  await expect(kept).toBeVisible();

  for (let number = 1; number < 50; number += 1) await keepAsDraft(`Draft ${number}`);
  await writer.goto('/threads/new?topic=fees');
  await untilTakenOver(writer);
  await field.fill('One too many');
  await expect(writer.getByText('Not saved: you have as many drafts as can be kept. Throw one away.')).toBeVisible();
  const tab = await writer.context().newPage();
  await tab.goto('/me/drafts');
  await tab.getByRole('button', { name: 'Throw away' }).last().click();
  await expect(kept).toBeVisible();
  await expect(field).toHaveValue('One too many');

  async function keepAsDraft(body: string): Promise<void> {
    const { baseURL = '' } = test.info().project.use;
    const form = { body, formKey: newFormKey() };
    const answer = await writer.request.post('/me/drafts/keep', { form, headers: { Origin: baseURL } });
    expect(answer.status()).toBe(200);
  }
});

test('what is pasted comes as text alone, from right to left where it is, and stays when it is far too long', async ({
  browser,
}) => {
  // Not the test's own page: what the browser writes on the console about a status of 413 is no fault here.
  const writer = await anotherVisitor(browser);
  await join(writer);
  await writer.setViewportSize({ width: 360, height: 740 });
  await startThread(writer, threadAbout(rareWord()));
  await untilTakenOver(writer);
  await writer.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const paste = async (plain: string) => {
    await writer.evaluate(async (text) => {
      const blob = (type: string, content: string) => new Blob([content], { type });
      const html = blob('text/html', '<h1 onclick="alert(1)">Not as text</h1><img src="x"><b>bold</b>');
      await navigator.clipboard.write([
        new ClipboardItem({ 'text/plain': blob('text/plain', text), 'text/html': html }),
      ]);
    }, plain);
    await field.focus();
    await writer.keyboard.press('ControlOrMeta+a');
    await writer.keyboard.press('ControlOrMeta+v');
  };
  const field = writer.getByLabel('Your reply');
  const publish = writer.getByRole('button', { name: /^Reply as/ });
  const tooLong = 'a word '.repeat(300_000);
  await paste(tooLong);
  await expect(writer.getByText('Not saved: this is too long to be kept.')).toBeVisible();
  await publish.click();
  await expect(writer.getByRole('alert')).toContainText('This is too long to be sent. What you wrote is still here');
  expect(await field.evaluate((area: HTMLTextAreaElement) => area.value.length)).toBe(tooLong.length);

  const text = `שלום, זה מה שקרה.\n\n👩‍👩‍👧‍👦 🏳️‍🌈 👍🏽\n\n${'w'.repeat(3_000)}`;
  await paste(text);
  await expect(field).toHaveValue(text);
  await publish.click();
  const post = postWith(writer, 'שלום, זה מה שקרה.');
  await expect(post).toHaveCount(1);
  await expect(post.locator('.prose')).toHaveCSS('direction', 'rtl');
  await expect(post.getByText('👩‍👩‍👧‍👦 🏳️‍🌈 👍🏽')).toBeVisible();
  expect(await writer.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
});

test('nothing that comes by itself as one writes moves what is to be pressed', async ({ page }) => {
  const thread = { ...threadAbout(rareWord()), body: 'I wrote to mette.lund@example.com about it.\n\n- once\n- twice' };
  await join(page);
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 740 });
    const bring = await holdBack(page, /\/preview$|\/search\/similar$|\/assets\/look-over/);
    await fillNewThread(page, thread);
    await untilTakenOver(page);
    await page.evaluate(() => document.fonts.ready);
    const publish = page.getByRole('button', { name: 'Publish anonymously' });
    // Of the page, not of the window: a browser scrolls along with what moves.
    const place = () => publish.evaluate((button) => button.getBoundingClientRect().top + window.scrollY);
    const before = await place();
    bring();
    await expect(page.getByRole('region', { name: 'As readers will see it' })).toBeVisible();
    await expect(page.getByRole('region', { name: 'Could somebody be recognised by this?' })).toBeVisible();
    expect(await place()).toBe(before);
    await page.unrouteAll({ behavior: 'wait' });
  }
});

test('what is typed before the scripts have come is still there when they have, and counted', async ({ page }) => {
  await join(page);
  await startThread(page, threadAbout(rareWord()));
  await reply(page, 'As it was.');
  const bring = await holdBack(page, /\/assets\/entry\.client/);
  const edit = await postWith(page, 'As it was.').getByRole('link', { name: 'Edit' }).getAttribute('href');
  await page.goto(String(edit), { waitUntil: 'commit' });
  const field = page.getByLabel('Text');
  await field.fill('As it is now.');
  await expect(page.getByText('At most 20,000 characters.')).toBeVisible();
  bring();
  await expect(page.getByText('19,987 characters left.')).toBeVisible();
  await expect(field).toHaveValue('As it is now.');
});

test('what was typed before the scripts came is kept as a draft once they have, with no letter more', async ({
  page,
}) => {
  await join(page);
  const bring = await holdBack(page, /\/assets\/entry\.client/);
  await page.goto('/threads/new?topic=fees', { waitUntil: 'commit' });
  await page.getByLabel('The situation', { exact: true }).fill('Half a thought');
  bring();
  await expect(page.getByRole('status').filter({ hasText: 'Draft saved' })).toBeVisible();
  await page.goto('/me/drafts');
  await expect(page.getByRole('button', { name: 'Throw away' })).toHaveCount(1);
});
