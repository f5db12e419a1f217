import { expect, test } from '#e2e/fixtures.ts';
import { anotherVisitor, join, signIn } from '#e2e/steps.ts';

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

test('a common or short password is refused with its reason', async ({ page }) => {
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

  async function recover(visitor: typeof page, penName: string, code: string) {
    await visitor.goto('/recover');
    await visitor.getByLabel('Pen name').fill(penName);
    await visitor.getByLabel('Recovery code').fill(code);
    await visitor.getByLabel('New password').fill('a third plain phrase');
    await visitor.getByRole('button', { name: 'Set the new password' }).click();
  }
});

test('language and colours are kept', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('banner').getByRole('button', { name: 'Norsk' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'nb');
  await page.goto('/join');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bli med');
  await page.getByRole('contentinfo').getByRole('button', { name: 'Mørke', exact: true }).click();
  await expect(page).toHaveURL(/\/join$/);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});
