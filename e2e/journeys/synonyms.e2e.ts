import { expect, test } from '#e2e/fixtures.ts';
import {
  anotherVisitor,
  join,
  joinAsAdministrator,
  rareWord,
  searchUntil,
  startThread,
  threadAbout,
} from '#e2e/steps.ts';

const PATH = '/moderation/topics/synonyms';

test('an administrator adds a synonym, and search finds by it at once', async ({ page, browser }) => {
  const [word, other] = [rareWord(), rareWord()];
  const writer = await anotherVisitor(browser);
  await join(writer);
  const text = threadAbout(word);
  await startThread(writer, text);
  await searchUntil(writer, word, () => writer.getByRole('link', { name: text.title }).isVisible());

  await joinAsAdministrator(page);
  await page.goto('/moderation/topics');
  await page.getByRole('link', { name: 'Synonyms' }).click();
  await page.getByRole('link', { name: 'New group' }).click();
  await page.getByLabel('Words', { exact: true }).fill(word);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('A group that leads both ways needs at least two lines.').first()).toBeVisible();
  await page.getByLabel('Words', { exact: true }).fill(`${word}\n${other}`);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved. Search goes by it already.')).toBeVisible();
  await writer.goto(`/search?q=${other}`);
  await expect(writer.getByRole('link', { name: text.title })).toBeVisible();

  await page.goto(`${PATH}?find=${other}`);
  await page.getByRole('link', { name: `Change: ${word}` }).click();
  await page.getByRole('button', { name: 'Remove this group' }).click();
  await expect(page.getByText('Saved. Search goes by it already.')).toBeVisible();
  await writer.goto(`/search?q=${other}`);
  await expect(writer.getByRole('link', { name: text.title })).toBeHidden();
});

test('of two who change a shipped group, the later keeps their text and sees the other’s; then it is put back', async ({
  page,
}) => {
  await joinAsAdministrator(page);
  const second = await page.context().newPage();
  const group = `${PATH}/lift`;
  for (const tab of [page, second]) await tab.goto(group);
  const shipped = await page.getByLabel('Words', { exact: true }).inputValue();
  await page.getByLabel('Words', { exact: true }).fill(`${shipped}\nlift to the station`);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved. Search goes by it already.')).toBeVisible();
  await second.getByLabel('Words', { exact: true }).fill(`${shipped}\ntaxi share`);
  await second.getByRole('button', { name: 'Save' }).click();
  await expect(second.getByText('Somebody else has changed this group meanwhile.')).toBeVisible();
  await expect(second.getByText('lift to the station')).toBeVisible();
  await expect(second.getByLabel('Words', { exact: true })).toHaveValue(`${shipped}\ntaxi share`);
  await second.getByRole('button', { name: 'Save' }).click();
  await expect(second.getByText('Saved. Search goes by it already.')).toBeVisible();

  await page.goto(`${PATH}?changed=on`);
  await expect(page.getByText('taxi share')).toBeVisible();
  await page.goto(group);
  await page.getByRole('button', { name: 'Put back what was shipped' }).click();
  await expect(page.getByText('Saved. Search goes by it already.')).toBeVisible();
  await page.goto(group);
  await expect(page.getByLabel('Words', { exact: true })).toHaveValue(shipped);
});
