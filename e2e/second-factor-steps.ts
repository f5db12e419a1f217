import { expect, type Page } from '@playwright/test';
import { TOTP } from 'otpauth';
import type { Account } from '#e2e/steps.ts';

/** What an app shows, or will show half a minute later: by then the step that set it up is surely another. */
export function codeOf(secret: string, stepsLater = 0): string {
  return new TOTP({ secret }).generate({ timestamp: Date.now() + stepsLater * 30_000 });
}

/** Sets up an app in the browser and gives the secret that the page shows. */
export async function setUpApp(page: Page, account: Account): Promise<string> {
  await page.goto('/me/settings');
  await page.getByRole('main').getByRole('link', { name: 'Second factor', exact: true }).click();
  await page.getByRole('link', { name: 'Set up an app' }).click();
  await expect(page.getByRole('img', { name: /^QR code/ })).toBeVisible();
  const secret = (await page.getByRole('definition').first().innerText()).replace(/\s/g, '');
  await page.getByLabel('Six digits from the app').fill(codeOf(secret));
  await page.getByLabel('Your password').fill(account.password);
  await page.getByRole('button', { name: 'Set up these codes' }).click();
  await expect(page.getByRole('status')).toContainText('Your second factor is set up.');
  return secret;
}

export async function signOut(page: Page): Promise<void> {
  await page.goto('/me');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('banner').getByRole('link', { name: 'Sign in' })).toBeVisible();
}

/** The first step alone. */
export async function givePassword(page: Page, { penName, password }: Account, to = '/me'): Promise<void> {
  await page.goto(`/sign-in?to=${encodeURIComponent(to)}`);
  await page.getByLabel('Pen name').fill(penName);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('One more step');
}

export async function giveCode(page: Page, code: string): Promise<void> {
  await page.getByLabel('Six digits from your app').fill(code);
  await page.getByRole('button', { name: 'Sign in' }).first().click();
}
