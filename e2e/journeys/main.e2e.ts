import { expect, test } from '#e2e/fixtures.ts';
import {
  anotherVisitor,
  join,
  joinAsModerator,
  joinOnThePage,
  mistyped,
  postWith,
  rareWord,
  reply,
  searchUntil,
  startThreadOnThePage,
  threadAbout,
} from '#e2e/steps.ts';

test('a dilemma is brought anonymously, found, answered, edited by a moderator and found as it is now', async ({
  page,
  browser,
}) => {
  const word = rareWord();
  const replacement = rareWord();
  const place = rareWord();
  const { title } = threadAbout(word);
  const author = await joinOnThePage(page);
  const path = await startThreadOnThePage(page, threadAbout(word));

  await test.step('the author is told who they are here, and nobody else is', async () => {
    await expect(page.getByRole('main')).toContainText(/You are \p{L}+ \p{L}+ here/u);
    await page.goto('/me/threads');
    await expect(page.getByRole('link', { name: title })).toBeVisible();
  });

  const guest = await anotherVisitor(browser);
  await test.step('a guest finds it although they mistype', async () => {
    const hit = guest.getByRole('main').getByRole('link', { name: title });
    await searchUntil(guest, mistyped(word), () => hit.isVisible());
    await hit.click();
    await expect(guest.getByRole('heading', { level: 1 })).toHaveText(title);
    await expect(guest.locator('body')).not.toContainText(author.penName);
  });

  const answer = `I kept such a ${word} for years, in the house at ${place}.`;
  await test.step('another member answers under their pen name', async () => {
    const other = await anotherVisitor(browser);
    const { penName } = await join(other);
    await other.goto(path);
    await reply(other, answer, 'pen-name');
    await expect(postWith(other, answer)).toContainText(penName);
  });

  await test.step('a moderator takes a detail out, with a reason', async () => {
    const moderator = await anotherVisitor(browser);
    await joinAsModerator(moderator);
    await moderator.goto(path);
    await postWith(moderator, answer).getByRole('link', { name: 'Edit' }).click();
    await moderator.getByLabel('Text').fill(`I kept such a ${replacement} for years.`);
    await moderator.getByRole('button', { name: 'Publish the change' }).click();
    await expect(moderator.getByRole('alert')).toContainText('Say why.');
    await expect(moderator.getByLabel('Text')).toHaveValue(`I kept such a ${replacement} for years.`);
    await moderator.getByLabel('Reason').fill('Removed the name of a place');
    await moderator.getByLabel('Readers may see what was removed').check();
    await moderator.getByRole('button', { name: 'Publish the change' }).click();
    await expect(postWith(moderator, replacement)).toContainText('Edited by a moderator');
  });

  await test.step('everybody sees that it was edited, by whom, why and how', async () => {
    await guest.goto(path);
    const post = postWith(guest, replacement);
    await expect(post).toContainText('Edited by a moderator');
    await expect(post).toContainText('Removed the name of a place');
    await post.getByRole('link', { name: 'See what changed' }).click();
    await expect(guest.locator('del', { hasText: place })).toBeVisible();
    await expect(guest.locator('ins', { hasText: replacement })).toBeVisible();
  });

  await test.step('the search knows the text as it is now', async () => {
    await searchUntil(guest, replacement, () => guest.locator('mark', { hasText: replacement }).first().isVisible());
    await expect(guest.getByRole('main').getByRole('link', { name: title })).toBeVisible();
    await searchUntil(guest, place, async () => (await guest.locator('mark', { hasText: place }).count()) === 0);
  });
});
