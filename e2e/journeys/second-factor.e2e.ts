import type { CDPSession, Page } from '@playwright/test';
import { TOTP } from 'otpauth';
import { expect, hasJavaScript, test } from '#e2e/fixtures.ts';
import { runCommand } from '#e2e/run-command.ts';
import { anotherVisitor, join, joinAsModerator, type Account } from '#e2e/steps.ts';

/** What an app shows, or will show half a minute later: by then the step that set it up is surely another. */
function codeOf(secret: string, stepsLater = 0): string {
  return new TOTP({ secret }).generate({ timestamp: Date.now() + stepsLater * 30_000 });
}

/** Sets up an app in the browser and gives the secret that the page shows. */
async function setUpApp(page: Page, account: Account): Promise<string> {
  await page.goto('/me/settings');
  await page.getByRole('main').getByRole('link', { name: 'Second factor' }).click();
  await page.getByRole('link', { name: 'Set up an app' }).click();
  await expect(page.getByRole('img', { name: /^QR code/ })).toBeVisible();
  const secret = (await page.getByRole('definition').first().innerText()).replace(/\s/g, '');
  await page.getByLabel('Six digits from the app').fill(codeOf(secret));
  await page.getByLabel('Your password').fill(account.password);
  await page.getByRole('button', { name: 'Set up these codes' }).click();
  await expect(page.getByRole('status')).toContainText('Your second factor is set up.');
  return secret;
}

async function signOut(page: Page): Promise<void> {
  await page.goto('/me');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('banner').getByRole('link', { name: 'Sign in' })).toBeVisible();
}

/** The first step alone. */
async function givePassword(page: Page, { penName, password }: Account, to = '/me'): Promise<void> {
  await page.goto(`/sign-in?to=${encodeURIComponent(to)}`);
  await page.getByLabel('Pen name').fill(penName);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('One more step');
}

async function giveCode(page: Page, code: string): Promise<void> {
  await page.getByLabel('Six digits from your app').fill(code);
  await page.getByRole('button', { name: 'Sign in' }).first().click();
}

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
  test.skip(hasJavaScript(page), 'With scripts the browser asks for a passkey');
  await page.goto('/me/settings/second-factor/passkey');
  await page.getByLabel('Your password').fill(account.password);
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await expect(page.getByRole('alert')).toContainText('Passkeys need JavaScript');
});

test.describe('a passkey', () => {
  test.beforeEach(({ page }) => test.skip(!hasJavaScript(page), 'Passkeys need scripts'));

  test('is made and shown in the browser, and removed', async ({ page }) => {
    const key = await plugInKey(page);
    const account = await join(page);
    await page.goto('/me/settings/second-factor');
    await page.getByRole('link', { name: 'Add a passkey' }).click();
    await page.getByLabel('What will you call it?').fill('Blue key');
    await page.getByLabel('Your password').fill('not this one');
    await page.getByRole('button', { name: 'Add a passkey' }).click();
    await expect(page.getByLabel('Your password')).toHaveAccessibleDescription(/not your present password/);
    await expect(page.getByLabel('What will you call it?')).toHaveValue('Blue key');
    await key.forget();
    await page.getByLabel('Your password').fill(account.password);
    await page.getByRole('button', { name: 'Add a passkey' }).click();
    await expect(page.getByRole('status')).toContainText('Your second factor is set up.');
    await expect(page.getByRole('list', { name: 'Passkeys' })).toContainText('Blue key');
    await signOut(page);

    await givePassword(page, account);
    await page.getByRole('button', { name: 'Use your passkey' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(account.penName);

    await page.goto('/me/settings/second-factor');
    await page.getByRole('link', { name: 'Remove: Blue key' }).click();
    await page.getByLabel('Your password').fill(account.password);
    await page.getByRole('button', { name: 'Remove it' }).click();
    await expect(page.getByRole('main')).toContainText('You have none yet.');
  });

  test('that is another one does not open the account', async ({ page }) => {
    const key = await plugInKey(page);
    const account = await join(page);
    await page.goto('/me/settings/second-factor/passkey');
    await page.getByLabel('Your password').fill(account.password);
    await page.getByRole('button', { name: 'Add a passkey' }).click();
    await expect(page.getByRole('list', { name: 'Passkeys' })).toContainText('Passkey 1');
    await signOut(page);
    await key.forget();
    await givePassword(page, account);
    await page.getByRole('button', { name: 'Use your passkey' }).click();
    await expect(page.getByRole('alert')).toContainText('Your browser gave no passkey');
    await page.goto('/me');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in');
  });
});

/** A security key in Chromium itself, which confirms whatever it is asked. */
async function plugInKey(page: Page) {
  const chromium: CDPSession = await page.context().newCDPSession(page);
  await chromium.send('WebAuthn.enable');
  const { authenticatorId } = await chromium.send('WebAuthn.addVirtualAuthenticator', {
    options: { protocol: 'ctap2', transport: 'usb', hasUserVerification: true, isUserVerified: true },
  });
  return { forget: () => chromium.send('WebAuthn.clearCredentials', { authenticatorId }) };
}
