import type { Page } from '@playwright/test';
import { expect, hasJavaScript, PLAIN, test } from '#e2e/fixtures.ts';
import {
  anotherVisitor,
  fillNewThread,
  holdBack,
  join,
  rareWord,
  reply,
  searchUntil,
  startThread,
  threadAbout,
  untilShown,
} from '#e2e/steps.ts';

const main = (page: Page) => page.getByRole('main');
const found = (page: Page) => main(page).getByRole('heading', { level: 2 }).first();
const oneThread = (page: Page) =>
  found(page)
    .filter({ hasText: /^1 thread / })
    .isVisible();
/** What the field offers, not what is in the lists of the form. */
const offers = (page: Page) => page.getByRole('listbox', { name: 'Suggestions' }).getByRole('option');
/** What results may be narrowed to, unfolded where it is folded. */
async function narrow(page: Page) {
  const list = page.getByRole('navigation', { name: 'Narrow down' });
  const summary = list.locator('summary').first();
  if (await summary.isVisible()) await summary.click();
  return list;
}

test('results are narrowed by links that say how many there are, and widened again', PLAIN, async ({ page }) => {
  // Where no other test writes meanwhile: the numbers are those of the demonstration threads.
  const start = '/search?q=session&topic=agreements-and-privacy';
  await page.goto(start);
  const all = await found(page).innerText();
  const client = (await narrow(page)).getByRole('link', { name: /^Client, \d+ results?$/ });
  const count = /(\d+) result/.exec((await client.getAttribute('aria-label')) ?? '')?.[1];
  await client.click();
  await expect(page).toHaveURL(`${start}&perspective=client`);
  await expect(found(page)).toHaveText(new RegExp(`^${count} threads?`));
  await expect(page).toHaveTitle(new RegExp(`^${count} threads? for “session”`));
  const therapist = (await narrow(page)).getByRole('link', { name: /^Therapist or counsellor, \d+ results?$/ });
  await therapist.click();
  await expect(page).toHaveURL(`${start}&perspective=client&perspective=therapist`);
  await expect((await narrow(page)).getByRole('link', { name: /^Client,/ })).toHaveAttribute('aria-current', 'true');
  const chosen = page.getByRole('list', { name: 'Chosen filters' });
  await chosen.getByRole('link', { name: 'Take away: Therapist or counsellor' }).click();
  await expect(page).toHaveURL(`${start}&perspective=client`);
  await chosen.getByRole('link', { name: 'Take away: Client' }).click();
  await expect(page).toHaveURL(start);
  await expect(found(page)).toHaveText(all);
});

test(
  'what is chosen stays when other words are searched for, and the order has its address',
  PLAIN,
  async ({ page }) => {
    await page.goto('/search?q=session&kind=dilemma');
    await main(page).getByRole('link', { name: 'Newest' }).click();
    await expect(page).toHaveURL('/search?q=session&kind=dilemma&sort=newest');
    await page.getByRole('searchbox').or(page.getByRole('combobox')).first().fill('therapist');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL('/search?q=therapist&kind=dilemma&sort=newest');
    await expect(main(page).getByRole('link', { name: 'Newest' })).toHaveAttribute('aria-current', 'true');
  },
);

test('on a phone the filters are folded, with how many are chosen', PLAIN, async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/search?q=session&perspective=client&kind=dilemma');
  const list = page.getByRole('navigation', { name: 'Narrow down' });
  await expect(list.getByText('2 chosen')).toBeVisible();
  await expect(list.getByRole('link').first()).toBeHidden();
  await list.getByText('Narrow down').click();
  await expect(list.getByRole('link').first()).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});

test('a thread is searched from within, and the search leads out of it again', async ({ page }) => {
  await join(page);
  const word = rareWord();
  await startThread(page, threadAbout(rareWord()));
  await reply(page, `The ${word} came back.`);
  await searchUntil(page, word, () => main(page).locator('[data-hit]').first().isVisible());
  await main(page).locator('[data-hit]').first().click();
  await expect(page).toHaveURL(/#post-2$/);
  const title = await page.getByRole('heading', { level: 1 }).innerText();
  const search = page.getByRole('search', { name: 'Search in this thread' });
  await search.getByRole('searchbox').fill(word);
  await search.getByRole('button', { name: 'Search' }).click();
  await expect(found(page)).toHaveText(`1 post with “${word}”`);
  await expect(page.getByRole('list', { name: 'Chosen filters' })).toContainText(title);
  await expect(main(page).getByRole('link', { name: 'Post 2' })).toBeVisible();
  await main(page).getByRole('link', { name: 'Search everywhere' }).click();
  await expect(page).toHaveURL(`/search?q=${word}`);
  await expect(found(page)).toHaveText(`1 thread for “${word}”`);
});

test('where nothing is found, the word is put right and a wider place is offered', async ({ page }) => {
  await join(page);
  const word = rareWord();
  await startThread(page, threadAbout(word));
  await searchUntil(page, word, () => oneThread(page));
  const typo = word.slice(0, 4) + word.slice(5);
  await searchUntil(page, `"${typo}"`, () => main(page).getByText('Did you mean').isVisible());
  await main(page)
    .getByRole('link', { name: `"${word}"` })
    .click();
  await expect(found(page)).toHaveText(/^1 thread /);
  await page.goto(`/search?q=${word}&topic=gifts`);
  await expect(found(page)).toHaveText(`Nothing found for “${word}”`);
  await main(page).getByRole('link', { name: 'The whole forum, without filters' }).click();
  await expect(page).toHaveURL(`/search?q=${word}`);
  await expect(found(page)).toHaveText(/^1 thread /);
});

test('whatever is asked, there is an answer, and nothing in it is markup', PLAIN, async ({ page }) => {
  const cases = [
    [`q=${'x'.repeat(10_000)}`, 'its first 500 characters were searched for'],
    ['q=the+and+of', ''],
    ['q=***%22%27%3B--', 'There is no word in this to look for.'],
    ['q=-fee', 'There is no word in this to look for.'],
    ['q=%22unmatched', ''],
    ['q=%E6%97%A5%E6%9C%AC%E8%AA%9E', 'Nothing found'],
    ['q=session&topic=no-such-topic', 'Nothing found'],
    ['q=session&page=-1&perspective=nobody', 'could not be understood and was left out: perspective, page'],
    ['q=session&page=199', 'There are no results this far on.'],
    ['q=session&thread=aaaaaaaaaaaaaaaa', 'In one thread'],
    [`q=${encodeURIComponent('<img src=x onerror=alert(1)>')}`, ''],
  ] as const;
  for (const [query, said] of cases) {
    const response = await page.goto(`/search?${query}`);
    expect({ query: query.slice(0, 40), status: response?.status() }).toEqual({
      query: query.slice(0, 40),
      status: 200,
    });
    await expect(main(page)).toContainText(said);
    await expect(page.getByRole('main').locator('#q')).toBeVisible();
    await expect(main(page).locator('img')).toHaveCount(0);
  }
});

test('a title that looks like markup is a text everywhere', async ({ page, browser }) => {
  await join(page);
  const word = rareWord();
  const title = `<b onclick="alert(1)">${word}</b> & <img src=x>`;
  await startThread(page, { ...threadAbout(word), title });
  const guest = await anotherVisitor(browser);
  await searchUntil(guest, word, () => main(guest).locator('[data-hit]').first().isVisible());
  await expect(main(guest).locator('[data-hit]')).toHaveText(title);
  if (!hasJavaScript(guest)) return;
  await guest.goto('/');
  await guest.getByLabel('Search past threads').first().fill(word.slice(0, -2));
  await expect(offers(guest).first()).toContainText(title);
  await expect(offers(guest).locator('b, img')).toHaveCount(0);
});

test('suggestions come as one types, by keyboard, and are said', async ({ page }) => {
  await page.goto('/search');
  if (!hasJavaScript(page)) {
    await expect(page.getByRole('combobox', { name: /^Words/ })).toHaveCount(0);
    return;
  }
  await page.keyboard.press('/');
  const field = page.getByRole('combobox', { name: /^Words/ });
  await expect(field).toBeFocused();
  await page.keyboard.type('OOSC');
  const option = offers(page).filter({ hasText: 'Out-of-session contact policies' });
  await expect(option).toBeVisible();
  await expect(field).toHaveAttribute('aria-expanded', 'true');
  await expect(page.getByRole('status').filter({ hasText: '1 suggestion' })).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  await expect(option).toHaveAttribute('aria-selected', 'true');
  await expect(field).toHaveAttribute('aria-activedescendant', (await option.getAttribute('id')) ?? '');
  await page.keyboard.press('Escape');
  await expect(option).toBeHidden();
  await expect(field).toHaveValue('OOSC');
  await page.keyboard.press('ArrowDown');
  await expect(option).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/topics/out-of-session-contact');
  expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
});

test('an answer that comes late does not take the place of a newer one', async ({ page }) => {
  test.skip(!hasJavaScript(page), 'Only scripts ask as one types.');
  const letGo = await holdBack(page, /\/search\/suggest\?q=gift/);
  await page.goto('/search');
  const asked = page.waitForRequest(/suggest\?q=gift/);
  await page.locator('#q').fill('gift');
  await asked;
  await page.locator('#q').fill('OOSC');
  await expect(offers(page)).toHaveText([/Out-of-session/]);
  letGo();
  await page.locator('#q').press('ArrowDown');
  await expect(offers(page)).toHaveText([/Out-of-session/]);
});

test('j and k go from result to result, the arrows too once there', async ({ page }) => {
  test.skip(!hasJavaScript(page), 'Without scripts there is Tab.');
  await page.goto('/search?q=session');
  const hits = page.locator('[data-hit]');
  await page.keyboard.press('j');
  await expect(hits.nth(0)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(hits.nth(1)).toBeFocused();
  await page.keyboard.press('k');
  await expect(hits.nth(0)).toBeFocused();
  const address = await hits.nth(0).getAttribute('href');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(String(address));
});

test('who writes a title is shown what was discussed before, and finds it under the thread too', async ({ page }) => {
  await join(page);
  const [one, other] = [rareWord(), rareWord()];
  const before = { ...threadAbout(one), title: `The ${one} and the ${other} on the shelf` };
  await startThread(page, before);
  await searchUntil(page, one, () => oneThread(page));
  const title = `Whose is the ${other}, whose the ${one}?`;
  await fillNewThread(page, { ...threadAbout(rareWord()), title });
  const similar = page.locator('details').filter({ hasText: 'Was this discussed before?' });
  if (hasJavaScript(page)) {
    await expect(similar.getByText(/^\d threads?$/)).toBeVisible();
    await similar.getByText('Was this discussed before?').click();
  } else await page.getByRole('button', { name: 'Preview' }).click();
  await expect(similar.getByRole('link', { name: before.title })).toHaveAttribute('target', '_blank');
  await expect(page.getByLabel('Title', { exact: true })).toHaveValue(title);
  await page.getByRole('button', { name: 'Publish anonymously' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
});

test('threads about the same stand beside a thread', async ({ page }) => {
  await page.goto('/search?q=my+supervisee+told+me+everything+except+the+texts');
  const hit = main(page).locator('[data-hit]').first();
  const address = (await hit.getAttribute('href')) ?? '';
  const related = page.getByRole('region', { name: 'Related threads' });
  // A page does not wait long for them: those that were not there in time are there for the next one.
  await untilShown(page, address, () => related.getByRole('link').first().isVisible());
  await related.getByRole('link').first().click();
  await expect(page).toHaveURL(/^[^?]*\/threads\//);
});

test('the search speaks Norwegian', PLAIN, async ({ page, context }) => {
  await context.addCookies([{ name: 'language', value: 'nb', url: 'http://localhost' }]);
  await context.setExtraHTTPHeaders({ 'Accept-Language': 'nb' });
  await page.goto('/search?q=samtale&page=-1');
  await expect(main(page)).toContainText('Denne delen av adressen lot seg ikke tyde og er ikke tatt med: side.');
  await expect(found(page)).toHaveText(/tråd/);
});
