import type { Page } from '@playwright/test';
import { expect, test } from '#e2e/fixtures.ts';
import {
  anotherVisitor,
  join,
  joinAsAdministrator,
  joinAsModerator,
  rareWord,
  signIn,
  type Account,
} from '#e2e/steps.ts';

async function ask(page: Page, proof: string): Promise<void> {
  await page.goto('/me');
  await page.getByRole('link', { name: 'Verification' }).click();
  await page.getByLabel('Your profession').selectOption({ index: 1 });
  await page.getByLabel('How can the moderators see proof?').fill(proof);
  await page.getByRole('button', { name: 'Send the request' }).click();
}

async function openRequest(page: Page, { penName }: Account): Promise<void> {
  await page.goto('/moderation/queue?kind=verification');
  await page.getByRole('link', { name: `Request to be verified: ${penName}` }).click();
}

test('a member asks to be verified, is refused with a reason, asks again and is verified', async ({
  page,
  browser,
}) => {
  const word = rareWord();
  const account = await join(page);
  await ask(page, `I stand in the ${word} register.`);
  await expect(page.getByRole('main')).toContainText('Choose a language.');
  await page.getByLabel('English').check();
  await page.getByRole('button', { name: 'Send the request' }).click();
  await expect(page.getByText('You have asked to be verified.')).toBeVisible();
  await page.getByRole('button', { name: 'Take the request back' }).click();
  await expect(page.getByText('It has been deleted.')).toBeVisible();
  await ask(page, `I stand in the ${word} register.`);
  await page.getByLabel('English').check();
  await page.getByRole('button', { name: 'Send the request' }).click();
  await expect(page.getByText('You have asked to be verified.')).toBeVisible();

  const moderator = await anotherVisitor(browser);
  await joinAsModerator(moderator);
  await openRequest(moderator, account);
  await expect(moderator.getByText(`I stand in the ${word} register.`)).toBeVisible();
  await moderator.getByRole('button', { name: 'Refuse' }).click();
  await expect(moderator.getByRole('main')).toContainText('Say why not. The member reads it.');
  await moderator.getByLabel('Why not?').fill(`There is no ${word} register.`);
  await moderator.getByRole('button', { name: 'Refuse' }).click();
  await expect(moderator.getByText('Refused. The member reads your reason on their page.')).toBeVisible();
  await expect(moderator.getByText(`I stand in the ${word} register.`)).toHaveCount(0);

  await page.goto('/me/verification');
  await expect(page.getByText(`There is no ${word} register.`)).toBeVisible();
  await page.getByLabel('Your profession').selectOption({ index: 1 });
  await page.getByLabel('English').check();
  await page.getByLabel('How can the moderators see proof?').fill('Ring my practice.');
  await page.getByRole('button', { name: 'Send the request' }).click();
  await expect(page.getByText('You have asked to be verified.')).toBeVisible();
  await openRequest(moderator, account);
  await moderator.getByRole('button', { name: 'I have seen proof: verify' }).click();
  await expect(moderator.getByRole('heading', { level: 1 })).toHaveText(account.penName);
  await expect(moderator.getByText('Saved.')).toBeVisible();
  await page.goto('/me/verification');
  await expect(page.getByLabel(`Show it beside my pen name, ${account.penName}`)).toBeVisible();
});

test('an administrator gives a role and takes it back; a moderator sees the page and cannot', async ({
  page,
  browser,
}) => {
  const [helper, other] = [await anotherVisitor(browser), await anotherVisitor(browser)];
  const account = await join(helper);
  await joinAsAdministrator(page);
  await page.goto('/moderation');
  await page.getByRole('link', { name: 'Members' }).click();
  await page.getByLabel('Pen name').fill('nobody-of-that-name');
  await page.getByRole('button', { name: 'Find' }).click();
  await expect(page.getByText('Nobody has a pen name that begins with “nobody-of-that-name”.')).toBeVisible();
  await expect(page.getByLabel('Pen name')).toHaveValue('nobody-of-that-name');
  await page.getByLabel('Pen name').fill(account.penName.slice(0, -1).toUpperCase());
  await page.getByRole('button', { name: 'Find' }).click();
  await page.getByRole('link', { name: account.penName }).click();
  await page.getByRole('button', { name: 'Change the role' }).click();
  await expect(page.getByRole('main')).toContainText('Choose a role.');
  await page.getByLabel('Moderator', { exact: true }).check();
  await page.getByRole('button', { name: 'Change the role' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();

  await signIn(helper, account);
  await helper.goto('/moderation/members');
  await expect(helper.getByRole('list', { name: 'Staff' })).toContainText(account.penName);
  const { penName } = await join(other);
  await helper.goto(`/moderation/members/${penName}`);
  await expect(helper.getByRole('heading', { name: 'Verify' })).toBeVisible();
  await expect(helper.getByRole('button', { name: 'Change the role' })).toHaveCount(0);
  await expect(helper.getByRole('button', { name: 'Reset the account' })).toHaveCount(0);

  await page.goto(`/moderation/members/${account.penName}`);
  await page.getByLabel('Member', { exact: true }).check();
  await page.getByRole('button', { name: 'Change the role' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  await signIn(helper, account);
  expect((await helper.goto('/moderation/members'))?.status()).toBe(403);
});

test('an administrator lets somebody in again who has lost everything, by a code that is shown once', async ({
  page,
  browser,
}) => {
  const lost = await anotherVisitor(browser);
  const { penName } = await join(lost);
  await joinAsAdministrator(page);
  await page.goto(`/moderation/members/${penName}`);
  await page.getByLabel('Type the pen name again').fill('somebody-else');
  await page.getByRole('button', { name: 'Reset the account' }).click();
  await expect(page.getByRole('main')).toContainText('This is not the pen name of this account.');
  await page.getByLabel('Type the pen name again').fill(penName);
  await page.getByRole('button', { name: 'Reset the account' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`${penName} begins anew`);
  const code = await page.getByRole('group', { name: 'The code' }).innerText();
  await page.getByRole('link', { name: 'I have handed it over' }).click();
  await expect(page.getByText('Let in again by staff')).toBeVisible();
  await expect(page.getByText(code)).toHaveCount(0);

  await lost.goto('/recover');
  await lost.getByLabel('Pen name').fill(penName);
  await lost.getByLabel('Recovery code').fill(code);
  await lost.getByLabel('New password').fill('another four plain words');
  await lost.getByRole('main').getByRole('button').click();
  await expect(lost.getByRole('link', { name: `Your account: ${penName}` })).toBeVisible();
});

test('an administrator changes the settings of the forum, and not over what another has saved', async ({
  page,
  browser,
}) => {
  const second = await anotherVisitor(browser);
  await joinAsAdministrator(page);
  await joinAsAdministrator(second);
  await page.goto('/moderation');
  await page.getByRole('link', { name: 'Settings of the forum' }).click();
  await second.goto('/moderation/settings');
  const days = 'Lock threads after so many days without a reply';
  await page.getByLabel(days).fill('3');
  await page.getByRole('button', { name: 'Save the settings' }).click();
  await expect(page.getByRole('main')).toContainText('from 7 to 3,650, or leave it empty');
  await page.getByLabel(days).fill('3650');
  await page.getByRole('button', { name: 'Save the settings' }).click();
  await expect(page.getByText('The settings have been saved.')).toBeVisible();

  await second.getByLabel(days).fill('3000');
  await second.getByRole('button', { name: 'Save the settings' }).click();
  await expect(second.getByRole('main')).toContainText('Look at it again.');
  await second.goto('/moderation/settings');
  await expect(second.getByLabel(days)).toHaveValue('3650');
  await second.getByLabel(days).fill('');
  await second.getByRole('button', { name: 'Save the settings' }).click();
  await expect(second.getByText('The settings have been saved.')).toBeVisible();
});
