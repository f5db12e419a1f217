import type { Page } from '@playwright/test';
import { expect, test } from '#e2e/fixtures.ts';
import { anotherVisitor, join, joinAsModerator, postWith, rareWord, reply, startThread } from '#e2e/steps.ts';

test.use({ locale: 'nb-NO' });

/** Texts with the word that a reader of Norwegian would be read as if they were Norwegian, each with where it stands. */
function misread(page: Page, word: string): Promise<string[]> {
  return page.evaluate((english) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = new Set<string>();
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const { parentElement: place, textContent: text } = node;
      if (!place || !text?.includes(english) || place.matches('script')) continue;
      if (place.closest('[lang]')?.getAttribute('lang') !== 'en') found.add(`${place.tagName}: ${text.trim()}`);
    }
    return [...found];
  }, word);
}

async function expectReadAsEnglish(page: Page, word: string, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    await page.goto(path);
    // Of a page without the word nothing would be shown.
    await expect(page.getByRole('main')).toContainText(word);
    expect({ path, found: await misread(page, word) }).toEqual({ path, found: [] });
  }
}

test('what is written in English says so wherever it stands on Norwegian pages', async ({ page, browser }) => {
  const word = rareWord();
  const fields = ['title', 'body', 'question', 'whatIHaveTried', 'contentWarning'];
  const texts = Object.fromEntries(fields.map((field) => [field, `The ${word} of the ${field}`]));
  const text = { title: String(texts['title']), body: String(texts['body']), question: String(texts['question']) };
  await join(page);
  const guest = await anotherVisitor(browser);
  // A topic that no other test writes in: on a longer list, in the order of an hour, it could stand on any page.
  const warned = await startThread(page, text, { ...texts, language: 'en', topic: 'fees' });
  await expectReadAsEnglish(guest, word, [warned, '/topics/fees']);

  const thread = await startThread(page, text, { language: 'en' });
  const other = await anotherVisitor(browser, 'en-GB');
  await join(other);
  await other.goto(thread);
  await reply(other, `A ${word} in reply`);
  await page.goto(thread);
  const answer = postWith(page, `A ${word} in reply`);
  const quoting = await answer.getByRole('link', { name: 'Siter' }).getAttribute('href');
  const flagging = await answer.getByRole('link', { name: 'Rapporter' }).getAttribute('href');
  const post = postWith(page, text.question);
  const editing = await post.getByRole('link', { name: 'Rediger' }).getAttribute('href');
  await expectReadAsEnglish(page, word, [String(quoting), String(flagging), String(editing), '/me/threads']);
  await page.goto(thread);
  await page.getByLabel('Svaret ditt').fill(`A ${word} half written`);
  await page.getByRole('button', { name: 'Lagre som utkast' }).click();
  await expect(page).toHaveURL(/\/me\/drafts/);
  await expectReadAsEnglish(page, word, ['/me/drafts', thread]);

  const moderator = await anotherVisitor(browser);
  await joinAsModerator(moderator);
  const postPath = String(editing).replace(/\/edit$/, '');
  const acts = ['moderate', 'writer', 'redact'].map((act) => `${postPath}/${act}`);
  const [, , id] = thread.split('/');
  await expectReadAsEnglish(moderator, word, [...acts, `/threads/${id}/moderate`, `/threads/${id}/split`]);
});
