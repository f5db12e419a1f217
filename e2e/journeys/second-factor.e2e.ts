import { expect, hasJavaScript, test } from '#e2e/fixtures.ts';
import { runCommand } from '#e2e/run-command.ts';
import { codeOf, giveCode, givePassword, setUpApp, signOut } from '#e2e/second-factor-steps.ts';
import { anotherVisitor, join, joinAsModerator } from '#e2e/steps.ts';

test('codes from an app are asked for beside the password, and each counts once', async ({ page, browser }) => {
  const account = await join(page);
  const secret = await setUpApp(page, account);
  await signOut(page);

  await givePassword(page, account, '/me/threads');
  // Not signed in yet, wherever one looks.
  const elsewhere = await page.context().newPage();
  await elsewhere.goto('/me');
  await expect(elsewhere.getByRole('heading', { level: 1 })).toHaveText('Sign in');
  await giveCode(page, codeOf(secret, 9));
  await expect(page.getByLabel('Six digits from your app')).toHaveAccessibleDescription(/does not count/);
  const code = codeOf(secret, 1);
  await giveCode(page, code);
  await expect(page).toHaveURL(/\/me\/threads$/);

  const visitor = await anotherVisitor(browser);
  await givePassword(visitor, account);
  await giveCode(visitor, code);
  await expect(visitor.getByLabel('Six digits from your app')).toHaveAccessibleDescription(/has been used/);
  await visitor.getByText('Use a recovery code instead').click();
  await visitor.getByLabel('Recovery code').fill(account.codes[0] ?? '');
  await visitor.getByRole('group').getByRole('button', { name: 'Sign in' }).click();
  await expect(visitor.getByRole('heading', { level: 1 })).toHaveText(account.penName);
  await visitor.goto('/me/settings/codes');
  await expect(visitor.getByRole('main')).toContainText('You have 9 recovery codes left.');
});

test('a wrong first code keeps the key that is in the app', async ({ page }) => {
  const account = await join(page);
  await page.goto('/me/settings/second-factor/app');
  const key = page.getByRole('definition').first();
  const shown = await key.innerText();
  await page.getByLabel('Six digits from the app').fill('12345');
  await page.getByLabel('Your password').fill(account.password);
  await page.getByRole('button', { name: 'Set up these codes' }).click();
  await expect(page.getByLabel('Six digits from the app')).toHaveAccessibleDescription(/six digits/);
  await expect(key).toHaveText(shown);
  await page.getByLabel('Six digits from the app').fill(codeOf(shown.replace(/\s/g, '')));
  await page.getByLabel('Your password').fill(account.password);
  await page.getByRole('button', { name: 'Set up these codes' }).click();
  await expect(page.getByRole('status')).toContainText('Your second factor is set up.');
});

test('a forgotten password does not go round the second factor', async ({ page, browser }) => {
  const account = await join(page);
  await setUpApp(page, account);
  const visitor = await anotherVisitor(browser);
  await visitor.goto('/recover');
  await visitor.getByLabel('Pen name').fill(account.penName);
  await visitor.getByLabel('Recovery code').fill(account.codes[0] ?? '');
  await visitor.getByLabel('New password').fill('another plain phrase');
  await visitor.getByRole('button', { name: 'Set the new password' }).click();
  await expect(visitor.getByRole('heading', { level: 1 })).toHaveText('One more step');
  await visitor.getByText('Use a recovery code instead').click();
  await visitor.getByLabel('Recovery code').fill(account.codes[1] ?? '');
  await visitor.getByRole('group').getByRole('button', { name: 'Sign in' }).click();
  await expect(visitor.getByRole('main')).toContainText('You have 8 recovery codes left.');
});

test('it can be removed, for the password', async ({ page }) => {
  const account = await join(page);
  await setUpApp(page, account);
  await page.getByRole('link', { name: 'Remove: Codes from an app' }).click();
  await expect(page.getByRole('main')).toContainText('your password alone opens your account');
  await page.getByLabel('Your password').fill(account.password);
  await page.getByRole('button', { name: 'Remove it' }).click();
  await expect(page.getByRole('status')).toContainText('It has been removed.');
  await expect(page.getByRole('link', { name: 'Set up an app' })).toBeVisible();
});

test('staff are told until when they need one', async ({ page }) => {
  const account = await joinAsModerator(page);
  for (const path of ['/me', '/me/settings', '/me/settings/second-factor']) {
    await page.goto(path);
    await expect(page.getByRole('main')).toContainText('Moderators and administrators need a second factor.');
  }
  await setUpApp(page, account);
  await expect(page.getByRole('main')).not.toContainText('Moderators and administrators need');
  expect(await runCommand('admin', 'grant', account.penName, 'administrator')).not.toContain('need a second factor');
});

test('without the first step, or without scripts for a passkey, the pages say where to go on', async ({ page }) => {
  await page.goto('/sign-in/second-factor?to=/me');
  await expect(page).toHaveURL(/\/sign-in\?to=%2Fme$/);
  const account = await join(page);
  // With scripts the browser asks for one.
  if (hasJavaScript(page)) return;
  await page.goto('/me/settings/second-factor/passkey');
  await page.getByLabel('Your password').fill(account.password);
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await expect(page.getByRole('alert')).toContainText('Passkeys need JavaScript');
});
