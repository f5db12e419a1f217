import { expect, test } from '#e2e/fixtures.ts';
import { joinAsAdministrator, rareWord } from '#e2e/steps.ts';

test('an administrator makes a topic, renames it and merges it away, and every address it had leads on', async ({
  page,
}) => {
  await joinAsAdministrator(page);
  const word = rareWord();
  await page.goto('/moderation/topics');
  await page.getByRole('link', { name: 'New topic', exact: true }).first().click();
  await page.getByLabel('Address').fill(`made-${word}`);
  for (const [language, name] of [
    ['English', `Made ${word}`],
    ['Norwegian', `Laget ${word}`],
  ] as const) {
    await page.getByRole('group', { name: language }).getByLabel('Name').fill(name);
  }
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();

  await page.getByRole('link', { name: `Change: Made ${word}` }).click();
  await page.getByLabel('Address').fill(`renamed-${word}`);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  await page.goto(`/topics/made-${word}?sort=new`);
  await expect(page).toHaveURL(`/topics/renamed-${word}?sort=new`);

  await page.goto('/moderation/topics');
  await page.getByRole('link', { name: `Change: Made ${word}` }).click();
  await page.getByLabel('Topic that stays').selectOption({ label: 'Email and text messages' });
  await page.getByRole('button', { name: 'Merge into another topic' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  await page.goto(`/topics/made-${word}`);
  await expect(page).toHaveURL('/topics/email-and-text');
});
