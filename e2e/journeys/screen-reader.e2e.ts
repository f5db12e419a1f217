import { expect, test } from '#e2e/fixtures.ts';
import {
  anotherVisitor,
  fillNewThread,
  join,
  joinAsModerator,
  postWith,
  rareWord,
  reply,
  searchUntil,
  startThread,
  threadAbout,
  untilTakenOver,
} from '#e2e/steps.ts';

test('a guest hears a thread in its order, and how much a search has found before what', async ({ page, browser }) => {
  const word = rareWord();
  const text = threadAbout(word);
  const member = await anotherVisitor(browser);
  await join(member);
  const path = await startThread(member, text);
  await reply(member, 'I would, with the first line of it.');

  await page.goto(path);
  const main = page.getByRole('main');
  await expect(main).toMatchAriaSnapshot(`
    - navigation "You are here"
    - heading "${text.title}" [level=1]
    - article /^Post 1 by \\w+ \\w+$/:
      - paragraph: /Client\\s+started this/
      - paragraph:
        - link "Permalink to post 1"
      - heading "My question" [level=2]
      - paragraph: ${text.question}
      - group "What you can do with post 1"
    - heading "1 reply" [level=2]
    - search "Search in this thread"
    - navigation "Who replies"
    - article /^Post 2 by \\w+ \\w+$/:
      - paragraph: I would, with the first line of it.
    - region "Reply":
      - paragraph:
        - link "Sign in to reply"
    - complementary "Beside this thread"
  `);

  await searchUntil(page, word, () => main.getByRole('link', { name: text.title }).isVisible());
  await expect(main).toMatchAriaSnapshot(`
    - heading "Search past threads" [level=1]
    - search:
      - searchbox "Words, or a question in your own words": ${word}
    - region "1 thread for “${word}”":
      - heading "1 thread for “${word}”" [level=2]
      - list:
        - listitem:
          - heading "${text.title}" [level=3]:
            - link "${text.title}"
  `);
});

test('a member hears what their text tells, keeps their place, and stands there under an alias', async ({ page }) => {
  const { penName } = await join(page);
  const text = threadAbout(rareWord());
  await fillNewThread(page, text);
  await untilTakenOver(page);
  const main = page.getByRole('main');
  await expect(main).toMatchAriaSnapshot(`
    - heading "Bring a dilemma" [level=1]
    - combobox "Where do you speak from?"
    - group "How do you want to write?":
      - radio "Anonymously" [checked]
      - radio "Under my pen name, ${penName}"
    - combobox /^Topic/
    - textbox "Title": ${text.title}
    - toolbar "Formatting"
    - textbox "The situation"
    - textbox "My question": ${text.question}
    - button "Publish anonymously"
  `);

  const situation = page.getByLabel('The situation', { exact: true });
  await situation.fill('She rang me from 22 33 44 55.');
  await expect(page.getByRole('status').filter({ hasText: '1 possible identifying detail' })).toBeAttached();
  const details = page.getByRole('region', { name: 'Could somebody be recognised by this?' });
  await details.getByRole('button', { name: /instead of “22 33 44 55”$/ }).press('Enter');
  await expect(page.getByRole('status').filter({ hasText: 'Changed “22 33 44 55”' })).toBeAttached();
  await expect(details).toBeFocused();
  await details.getByRole('button', { name: 'Undo' }).press('Enter');
  await expect(situation).toBeFocused();
  await expect(situation).toHaveValue('She rang me from 22 33 44 55.');
  await details.getByRole('button', { name: 'Leave “22 33 44 55” as it is' }).press('Enter');
  await expect(details).toBeHidden();
  await expect(situation).toBeFocused();

  await page.getByRole('button', { name: 'Publish anonymously' }).press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(text.title);
  await expect(page.getByRole('article')).toMatchAriaSnapshot(`
    - article /^Post 1 by \\w+ \\w+$/:
      - paragraph: /Client\\s+started this\\s+you/
      - paragraph: She rang me from 22 33 44 55.
  `);
  await expect(page.getByRole('article', { name: penName })).toHaveCount(0);
});

test('a moderator hears what a redaction would do before it is done, and readers hear that something went', async ({
  page,
}) => {
  await joinAsModerator(page);
  const name = `person${rareWord()}`;
  await startThread(page, threadAbout(rareWord()));
  await reply(page, `It was ${name} who said so.`);
  await postWith(page, name).getByRole('link', { name: 'Redact' }).press('Enter');
  const main = page.getByRole('main');
  await expect(main).toMatchAriaSnapshot(`
    - heading "Redact a passage of post 2" [level=1]
    - region "The text as it was written"
    - textbox "The words that are to go"
    - group "What is it?":
      - radio "A name"
    - button "Look first"
  `);
  await untilTakenOver(page);
  await page.getByLabel('The words that are to go').fill(name);
  await page.getByLabel('A name').press('Space');
  await page.getByRole('button', { name: 'Look first' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'This is what would happen' })).toBeFocused();
  await expect(main).toMatchAriaSnapshot(`
    - region "This is what would happen":
      - heading "This is what would happen" [level=2]
      - paragraph: /Nothing has been removed yet. 1 place in the text/
      - heading "The post afterwards" [level=3]
    - button "Redact for good"
  `);
  await page.getByRole('button', { name: 'Redact for good' }).press('Enter');
  const post = page.getByRole('article', { name: /^Post 2 by/ });
  await expect(post).toMatchAriaSnapshot(`
    - article:
      - paragraph: /It was .*removed.* who said so/
  `);
});
