import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '#e2e/fixtures.ts';
import { givePassword, setUpApp, signOut } from '#e2e/second-factor-steps.ts';
import { join, joinAsAdministrator, joinAsModerator, rareWord, reply, startThread, threadAbout } from '#e2e/steps.ts';

/** What the colours decide, and the button that leads to the other ones: in the dark everything else is as it was in the light. */
const RULES_OF_COLOUR = ['color-contrast', 'link-in-text-block', 'button-name', 'target-size'];

async function expectNoViolations(page: Page, state: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    // No page of ours has a frame: without looking for any it takes half as long.
    const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
    const { violations } = await (colorScheme === 'dark' ? axe.withRules(RULES_OF_COLOUR) : axe).analyze();
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
    expect({ state, colorScheme, found }).toEqual({ state, colorScheme, found: [] });
  }
}

const SETTINGS_PAGES = [
  'password',
  'second-factor',
  'second-factor/app',
  'second-factor/passkey',
  'sessions',
  'codes',
  'mail',
  'preferences',
  'muted',
].map((page) => `/me/settings/${page}`);

const GUEST_PAGES = [
  '/',
  '/topics/email-and-text',
  '/topics/email-and-text?perspective=client&sort=unanswered',
  '/threads',
  '/search',
  '/search?q=texting+between+sessions',
  '/search?q=session&perspective=client&kind=dilemma',
  '/search?q=zzzzqqqq',
  '/search?q=%22texttting+sessions%22&topic=email-and-text',
  '/search?q=***&page=-1',
  '/join',
  '/sign-in',
  '/recover',
  '/guidelines',
  '/privacy',
  '/help-now',
  '/concerns/new',
  '/unsubscribe/abcdefghijklmnop',
  '/nowhere',
];

for (const path of GUEST_PAGES) {
  test(`${path} has no violations for a guest`, async ({ page }) => {
    await page.goto(path);
    await expectNoViolations(page, path);
  });
}

test('a guide and its contents have no violations for a guest', async ({ page }) => {
  await page.goto('/topics/out-of-session-contact');
  await page.getByRole('link', { name: 'Contact between sessions' }).first().click();
  await expect(page.getByRole('heading', { name: 'Contents' })).toBeVisible();
  await expectNoViolations(page, 'a guide');
});

const MEMBER_PAGES = {
  'own pages': [
    '/',
    '/inbox',
    '/me',
    '/me/threads',
    '/me/following',
    '/me/drafts',
    '/me/searches',
    '/me/appeals',
    '/me/verification',
    '/me/erase',
    '/threads/new',
  ],
  settings: ['/me/settings', ...SETTINGS_PAGES],
};
for (const [name, paths] of Object.entries(MEMBER_PAGES)) {
  test(`a member's ${name} have no violations`, async ({ page }) => {
    await join(page);
    for (const path of paths) {
      await page.goto(path);
      await expectNoViolations(page, path);
    }
  });
}

test('asking to be verified has no violations', async ({ page }) => {
  await join(page);
  await page.goto('/me/verification');
  await expectNoViolations(page, 'the form');
  await page.getByRole('button', { name: 'Send the request' }).click();
  await expect(page.getByRole('main')).toContainText('Choose a profession.');
  await expectNoViolations(page, 'the form with faults');
});

test("an administrator's pages have no violations", async ({ page }) => {
  const { penName } = await joinAsAdministrator(page);
  for (const path of ['', '/members', `/members/${penName}`, '/members/Lighthouse', '/settings', '/queue']) {
    await page.goto(`/moderation${path}`);
    await expectNoViolations(page, path);
  }
});

test('a thread and its reply box have no violations', async ({ page }) => {
  await join(page);
  await startThread(page, threadAbout(rareWord()));
  await expectNoViolations(page, 'a thread without replies');
  await reply(page, 'Something to be answered.');
  await page.getByRole('link', { name: 'Quote' }).last().click();
  await expect(page.getByRole('main').locator('figure')).toContainText('Something to be answered.');
  await expectNoViolations(page, 'a thread with a reply and a quote');
  await page.getByLabel('Your reply').pressSequentially('@');
  await expect(page.getByRole('listbox', { name: 'Who has written here' })).toBeVisible();
  await expectNoViolations(page, 'a reply in which a name is completed');
});

test('an edited post and its history have no violations', async ({ page }) => {
  await join(page);
  await startThread(page, threadAbout(rareWord()));
  await reply(page, 'Something that will be changed.');
  await page.getByRole('link', { name: 'Edit' }).last().click();
  await expect(page.getByLabel('Text')).toHaveValue('Something that will be changed.');
  await expectNoViolations(page, 'the edit form');
  await page.getByLabel('Text').fill('Something that has been changed.');
  await page.getByRole('button', { name: 'Publish the change' }).click();
  await expect(page).toHaveURL(/#post-2$/);
  await page.getByRole('link', { name: 'History' }).last().click();
  await expect(page.getByRole('main').locator('del').first()).toHaveText('will');
  await expectNoViolations(page, 'the history');
});

test("a moderator's pages and a locked thread have no violations", async ({ page }) => {
  await joinAsModerator(page);
  const path = await startThread(page, threadAbout(rareWord()));
  await page.goto(`/threads/${path.split('/')[2]}/moderate?act=lock`);
  await expectNoViolations(page, 'a decision on a thread');
  const lock = page.locator('details[open]');
  await lock.getByLabel('Reason').fill('The discussion has run its course');
  await lock.getByRole('button', { name: 'Lock this thread' }).click();
  await page.getByRole('main').getByRole('link', { name: 'See the thread' }).click();
  await expect(page).toHaveURL(path);
  await expect(page.getByRole('main')).toContainText('The discussion has run its course');
  await expectNoViolations(page, 'a locked thread');
});

test('forms with faults have no violations', async ({ page }) => {
  await page.goto('/join');
  await page.getByRole('main').getByRole('button', { name: 'Join' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await expectNoViolations(page, 'the join form with faults');
  await join(page);
  await page.goto('/threads/new');
  await page.getByLabel('The situation', { exact: true }).fill('A *text* to be seen.');
  await expect(page.getByRole('region', { name: 'As readers will see it' })).toBeVisible();
  await page.getByRole('button', { name: 'Publish anonymously' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await expectNoViolations(page, 'the composer with faults and a preview');
});

test('the second step of signing in has no violations', async ({ page }) => {
  const account = await join(page);
  await setUpApp(page, account);
  await expectNoViolations(page, 'the second factor, just set up');
  await signOut(page);
  await givePassword(page, account);
  await page.getByText('Use a recovery code instead').click();
  await expect(page.getByLabel('Recovery code')).toBeVisible();
  await expectNoViolations(page, 'the second step');
  await page.getByRole('button', { name: 'Sign in' }).first().click();
  await expect(page.getByRole('alert')).toBeVisible();
  await expectNoViolations(page, 'the second step with a fault');
});

test('the recovery codes have no violations', async ({ page }) => {
  await page.goto('/join');
  await page.getByLabel('Pen name').fill(`rush-${rareWord()}`);
  await page.getByLabel('Password').fill('a phrase of plain words');
  await page.getByRole('main').getByRole('button', { name: 'Join' }).click();
  await expect(page.getByRole('link', { name: 'I have kept them' })).toBeVisible();
  await expectNoViolations(page, 'the recovery codes');
});

test.describe('in Norwegian', () => {
  test.use({ locale: 'nb-NO', viewport: { width: 360, height: 740 } });

  const visit = async (page: Page, paths: readonly string[]): Promise<void> => {
    for (const path of paths) {
      await page.goto(path);
      await expect(page.locator('html')).toHaveAttribute('lang', 'nb');
      await expectNoViolations(page, path);
      await expectNothingWider(page, path);
    }
  };

  test('what a guest reads has no violations and fits its window', async ({ page }) => {
    await page.goto('/topics/email-and-text');
    const thread = await page.locator('.thread-title a[href^="/threads/"]').first().getAttribute('href');
    const topic = '/topics/email-and-text?perspective=client';
    await visit(page, ['/', topic, String(thread), '/search?q=melding', '/sign-in', '/join']);
    await visit(page, ['/help-now', '/guidelines', '/keys', '/moderation/log']);
  });

  test('what a member writes and settles has no violations and fits its window', async ({ page }) => {
    await join(page);
    const path = await startThread(page, threadAbout(rareWord()));
    await visit(page, [path, '/threads/new', '/inbox', '/me', '/me/settings', '/me/settings/preferences']);
  });

  test('what moderators decide on has no violations and fits its window', async ({ page }) => {
    await joinAsModerator(page);
    const thread = await startThread(page, threadAbout(rareWord()));
    const own = await page.locator('a[href$="/edit"]').first().getAttribute('href');
    const post = String(own).replace(/\/edit$/, '');
    await visit(page, [
      '/moderation',
      '/moderation/queue',
      `${post}/moderate`,
      `/threads/${thread.split('/')[2]}/moderate`,
    ]);
  });
});

/** Neither a phone's window nor a desk's has to be scrolled sideways. */
async function expectNothingWider(page: Page, state: string): Promise<void> {
  const before = page.viewportSize();
  for (const width of [320, 360, 1280]) {
    await page.setViewportSize({ width, height: 740 });
    const widest = await page.evaluate(() => document.documentElement.scrollWidth);
    expect({ state, width, fits: widest <= width }).toEqual({ state, width, fits: true });
  }
  if (before) await page.setViewportSize(before);
}
