import type { Page } from '@playwright/test';
import { expect, PLAIN, test } from '#e2e/fixtures.ts';
import { runCommand } from '#e2e/run-command.ts';
import { anotherVisitor, join, rareWord, signIn, untilTakenOver } from '#e2e/steps.ts';

test('a member signs out, is sent to sign in where only members may be, and comes back to that place', async ({
  page,
}) => {
  const account = await join(page);
  await page.goto('/me');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('banner').getByRole('link', { name: 'Sign in' })).toBeVisible();
  await page.goto('/threads/new?topic=phone-calls');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in');
  await page.getByLabel('Pen name').fill(account.penName);
  await page.getByLabel('Password').fill(account.password);
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL(/\/threads\/new\?topic=phone-calls$/);
  await expect(page.getByLabel('Topic', { exact: true })).toHaveValue('phone-calls');
});

test('nobody is sent elsewhere after signing in', async ({ page, browser }) => {
  const account = await join(page);
  for (const to of ['//elsewhere.example/', 'https://elsewhere.example/', '/\\elsewhere.example']) {
    const visitor = await anotherVisitor(browser);
    await visitor.goto(`/sign-in?to=${encodeURIComponent(to)}`);
    await visitor.getByLabel('Pen name').fill(account.penName);
    await visitor.getByLabel('Password').fill(account.password);
    await visitor.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
    await expect(visitor.getByRole('link', { name: `Your account: ${account.penName}` })).toBeVisible();
    expect(new URL(visitor.url()).pathname).toBe('/');
  }
});

test('a wrong password says nothing of whether the name exists, and keeps the name', async ({ page }) => {
  const { penName } = await join(page);
  await page.goto('/me');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('banner').getByRole('link', { name: 'Sign in' })).toBeVisible();
  for (const name of [penName, `${penName}-nobody`]) {
    await page.goto('/sign-in');
    await page.getByLabel('Pen name').fill(name);
    await page.getByLabel('Password').fill('not the right one');
    await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByRole('alert')).toContainText('Pen name and password do not go together.');
    await expect(page.getByRole('alert')).toBeFocused();
    await expect(page.getByLabel('Pen name')).toHaveValue(name);
    await expect(page.getByLabel('Password')).toHaveValue('');
  }
});

test('a taken pen name is refused in place', async ({ page, browser }) => {
  const { penName } = await join(page);
  const other = await anotherVisitor(browser);
  await other.goto('/join');
  await other.getByLabel('Pen name').fill(penName.toUpperCase());
  await other.getByLabel('Password').fill('quite another phrase');
  await other.getByRole('main').getByRole('button', { name: 'Join' }).click();
  await expect(other.getByRole('alert')).toContainText('Somebody has this pen name already.');
  const field = other.getByLabel('Pen name');
  await expect(field).toHaveValue(penName.toUpperCase());
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(field).toHaveAccessibleDescription(/Somebody has this pen name already/);
});

test('a common or short password is refused with its reason', PLAIN, async ({ page }) => {
  await page.goto('/join');
  await page.getByLabel('Pen name').fill('somebody-new');
  for (const [password, reason] of [
    ['short', 'Use at least 8 characters.'],
    ['password123', 'among those that get guessed first'],
  ] as const) {
    await page.getByLabel('Password').fill(password);
    await page.getByRole('main').getByRole('button', { name: 'Join' }).click();
    await expect(page.getByLabel('Password')).toHaveAccessibleDescription(new RegExp(reason));
    await expect(page.getByLabel('Pen name')).toHaveValue('somebody-new');
  }
});

test('a changed password ends the other sessions; a recovery code opens the account once', async ({
  page,
  browser,
}) => {
  const account = await join(page);
  const elsewhere = await anotherVisitor(browser);
  await signIn(elsewhere, account);
  await page.goto('/me/settings');
  await page.getByRole('main').getByRole('link', { name: 'Password' }).click();
  await page.getByLabel('Present password').fill('not this one');
  await page.getByLabel('New password').fill('another plain phrase');
  await page.getByRole('button', { name: 'Change your password' }).click();
  await expect(page.getByLabel('Present password')).toHaveAccessibleDescription(/not your present password/);
  await page.getByLabel('Present password').fill(account.password);
  await page.getByLabel('New password').fill('another plain phrase');
  await page.getByRole('button', { name: 'Change your password' }).click();
  await expect(page.getByRole('status')).toContainText('Your password has been changed.');
  await elsewhere.goto('/me');
  await expect(elsewhere.getByRole('heading', { level: 1 })).toHaveText('Sign in');

  const code = account.codes[3] ?? '';
  await recover(elsewhere, account.penName, code);
  await expect(elsewhere.getByRole('heading', { level: 1 })).toHaveText('You are in again');
  await expect(elsewhere.getByRole('main')).toContainText('You have 9 left.');
  const third = await anotherVisitor(browser);
  await recover(third, account.penName, code);
  await expect(third.getByRole('alert')).toContainText('the code has been used');
});

test('who has just joined sees it in the header, beside their codes', async ({ page }) => {
  await page.goto('/join');
  await page.getByLabel('Pen name').fill(`rush-${rareWord()}`);
  await page.getByLabel('Password').fill('a phrase of plain words');
  await page.getByRole('main').getByRole('button', { name: 'Join' }).click();
  await expect(page.getByRole('list', { name: 'Your recovery codes' }).getByRole('listitem')).toHaveCount(10);
  await expect(page.getByRole('banner').getByRole('link', { name: /^Your account/ })).toBeVisible();
  await expect(page.getByRole('banner').getByRole('link', { name: 'Sign in' })).toHaveCount(0);
});

test('a member sees their sessions, names one, and ends the others', async ({ page, browser }) => {
  const account = await join(page);
  const elsewhere = await anotherVisitor(browser);
  await signIn(elsewhere, account);
  await page.goto('/me/settings');
  await page.getByRole('main').getByRole('link', { name: 'Where you are signed in' }).click();
  const sessions = page.getByRole('list', { name: 'Where you are signed in' }).getByRole('listitem');
  await expect(sessions).toHaveCount(2);
  await expect(sessions.first()).toContainText('This one');
  await sessions.first().getByRole('link', { name: 'Name it' }).click();
  await page.getByLabel('Name').fill('Desk');
  await page.getByRole('button', { name: 'Save the name' }).click();
  await expect(sessions.first()).toContainText('Desk');
  await page.getByRole('button', { name: 'End all others' }).click();
  await expect(page.getByRole('status')).toContainText('All other sessions have ended.');
  await expect(sessions).toHaveCount(1);
  await elsewhere.goto('/me');
  await expect(elsewhere.getByRole('heading', { level: 1 })).toHaveText('Sign in');
  await page.goto('/me');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(account.penName);
});

test("no form ends a session that is not one's own", async ({ page, browser }) => {
  const [mine, theirs] = [page, await anotherVisitor(browser)];
  await join(mine);
  const other = await join(theirs);
  await theirs.goto('/me/settings/sessions');
  const foreign = await theirs.locator('input[name="session"]').inputValue();
  await mine.goto('/me/settings/sessions');
  for (const [value, status] of [
    [foreign, 404],
    ['A'.repeat(43), 404],
    ['x', 400],
  ] as const) {
    // Who takes the page over writes its fields anew.
    await untilTakenOver(mine);
    await mine.locator('input[name="session"]').evaluate((field: HTMLInputElement, id) => (field.value = id), value);
    const answer = mine.waitForResponse((response) => response.request().method() === 'POST');
    await mine.getByRole('button', { name: 'End it' }).click();
    expect((await answer).status()).toBe(status);
    await expect(mine.locator('.error-page')).toBeVisible();
    await mine.goto('/me/settings/sessions');
  }
  await theirs.goto('/me');
  await expect(theirs.getByRole('heading', { level: 1 })).toHaveText(other.penName);
});

test('new recovery codes are shown for the password, and the old ones are void', async ({ page, browser }) => {
  const account = await join(page);
  await page.goto('/me/settings/codes');
  await expect(page.getByRole('main')).toContainText('You have 10 recovery codes left.');
  await page.getByLabel('Your password').fill('not this one');
  await page.getByRole('button', { name: 'Make ten new codes' }).click();
  await expect(page.getByLabel('Your password')).toHaveAccessibleDescription(/not your present password/);
  await page.getByLabel('Your password').fill(account.password);
  await page.getByRole('button', { name: 'Make ten new codes' }).click();
  const codes = page.getByRole('list', { name: 'Your recovery codes' }).getByRole('listitem');
  await expect(codes).toHaveCount(10);
  const [code = ''] = await codes.allInnerTexts();
  const visitor = await anotherVisitor(browser);
  await recover(visitor, account.penName, account.codes[0] ?? '');
  await expect(visitor.getByRole('alert')).toContainText('the code has been used');
  await recover(visitor, account.penName, code);
  await expect(visitor.getByRole('main')).toContainText('You have 9 left.');
});

test('an account without password and codes is reset, and the page says what is lost', async ({ page }) => {
  const account = await join(page);
  await page.goto('/recover');
  // Signed in one is sent on; as a guest the page says beforehand what a reset costs.
  await expect(page).toHaveURL(/\/me\/settings$/);
  const printed = await runCommand('admin', 'reset', account.penName);
  await page.goto('/recover');
  await expect(page.getByRole('main')).toContainText(
    'Your anonymous posts. They stay where they are and belong to nobody',
  );
  await recover(page, account.penName, /^ {4}(\S+)$/m.exec(printed)?.[1] ?? '');
  await expect(page.getByRole('main')).toContainText('What you wrote anonymously before belongs to nobody now');
  await expect(page.getByRole('list', { name: 'Your recovery codes' }).getByRole('listitem')).toHaveCount(10);
  await expect(page.getByRole('banner').getByRole('link', { name: /^Your account/ })).toBeVisible();
});

test('language and colours are kept', PLAIN, async ({ page }) => {
  await page.goto('/');
  await page.getByRole('banner').getByRole('button', { name: 'Norsk' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'nb');
  await page.goto('/join');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bli med');
  await page.getByRole('contentinfo').getByRole('button', { name: 'Mørke', exact: true }).click();
  await expect(page).toHaveURL(/\/join$/);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

async function recover(visitor: Page, penName: string, code: string) {
  await visitor.goto('/recover');
  await visitor.getByLabel('Pen name').fill(penName);
  await visitor.getByLabel('Recovery code').fill(code);
  await visitor.getByLabel('New password').fill('a third plain phrase');
  await visitor.getByRole('button', { name: 'Set the new password' }).click();
}
