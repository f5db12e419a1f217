import type { Page } from '@playwright/test';
import { expect, test } from '#e2e/fixtures.ts';
import { givePassword, signOut } from '#e2e/second-factor-steps.ts';
import { join } from '#e2e/steps.ts';

/** Passkeys need scripts: this file is not run without them (playwright.config.ts). */

test('a passkey is made and shown in the browser, and removed', async ({ page }) => {
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

test('another passkey does not open the account', async ({ page }) => {
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

/** A security key in Chromium itself, which confirms whatever it is asked. */
async function plugInKey(page: Page) {
  const chromium = await page.context().newCDPSession(page);
  await chromium.send('WebAuthn.enable');
  const { authenticatorId } = await chromium.send('WebAuthn.addVirtualAuthenticator', {
    options: { protocol: 'ctap2', transport: 'usb', hasUserVerification: true, isUserVerified: true },
  });
  return { forget: () => chromium.send('WebAuthn.clearCredentials', { authenticatorId }) };
}
