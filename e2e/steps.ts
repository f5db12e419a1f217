import { randomInt } from 'node:crypto';
import { expect, type APIResponse, type Browser, type Page } from '@playwright/test';
import { hasJavaScript, test } from './fixtures.ts';
import { tellForum } from './run-command.ts';

export type Account = { penName: string; password: string; codes: string[] };

/** Somebody else at another browser, with the scripts on or off and the locale as in the test's own, unless another is given. */
export async function anotherVisitor(browser: Browser, locale?: string): Promise<Page> {
  return (await browser.newContext(locale === undefined ? {} : { locale })).newPage();
}

/** Joins under a new pen name and ends on the front page, signed in. */
export async function joinOnThePage(page: Page, penName = newPenName()): Promise<Account> {
  const password = newPassword();
  await page.goto('/join');
  await page.getByLabel('Pen name').fill(penName);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('main').getByRole('button', { name: 'Join' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Welcome, ${penName}`);
  const codes = await page.getByRole('list', { name: 'Your recovery codes' }).getByRole('listitem').allInnerTexts();
  expect(codes).toHaveLength(10);
  await page.getByRole('link', { name: 'I have kept them' }).click();
  await expect(page.getByRole('link', { name: `Your account: ${penName}` })).toBeVisible();
  return { penName, password, codes };
}

/** Joins under a new pen name by what the form sends, in a fraction of the time: signed in, and on the page that was there before. */
export async function join(page: Page): Promise<Account> {
  const [penName, password] = [newPenName(), newPassword()];
  const answer = await send(page, '/join', { penName, password });
  const codes = [...(await answer.text()).matchAll(/<code>([^<]+)<\/code>/g)].map(([, code = '']) => code);
  expect({ status: answer.status(), codes: codes.length }).toEqual({ status: 200, codes: 10 });
  return { penName, password, codes };
}

export async function signIn(page: Page, { penName, password }: Pick<Account, 'penName' | 'password'>): Promise<void> {
  const answer = await send(page, '/sign-in', { penName, password });
  expect(answer.status()).toBe(303);
}

/** What a browser sends when one of the forum's own forms is sent; the answer as it is, wherever it leads. */
function send(page: Page, path: string, form: Record<string, string>): Promise<APIResponse> {
  const { baseURL = '' } = test.info().project.use;
  return page.request.post(path, { form, headers: { Origin: baseURL }, maxRedirects: 0 });
}

/** Joins and is made a moderator as by the operator's command, which ends the first session. */
export const joinAsModerator = (page: Page): Promise<Account> => joinAsStaff(page, 'moderator');

export const joinAsAdministrator = (page: Page): Promise<Account> => joinAsStaff(page, 'administrator');

async function joinAsStaff(page: Page, role: 'moderator' | 'administrator'): Promise<Account> {
  const account = await join(page);
  await tellForum('admin', 'grant', account.penName, role);
  await signIn(page, account);
  return account;
}

export type ThreadText = { title: string; body: string; question: string };

/** Waits until Remix's client has taken the page over, where scripts run: until then a form goes the way that it goes without them. */
export async function untilTakenOver(page: Page): Promise<void> {
  if (!hasJavaScript(page)) return;
  const isTakenOver = (main: Element): boolean => Object.keys(main).some((key) => key.startsWith('__reactFiber'));
  await expect.poll(() => page.getByRole('main').evaluate(isTakenOver), { timeout: 60_000 }).toBe(true);
}

/** Answers no request for such an address until what it gives is called. */
export async function holdBack(page: Page, address: RegExp): Promise<() => void> {
  let bring: () => void = () => {};
  const brought = new Promise<void>((resolve) => (bring = resolve));
  await page.route(address, async (route) => {
    await brought;
    // The page may have given up on it meanwhile.
    await route.continue().catch(() => {});
  });
  return bring;
}

/** Fills the form for a new thread, as a client in the topic "Email and text". */
export async function fillNewThread(page: Page, { title, body, question }: ThreadText): Promise<void> {
  await page.goto('/threads/new?topic=email-and-text');
  await page.getByLabel('Where do you speak from?').selectOption('client');
  await page.getByLabel('Title', { exact: true }).fill(title);
  await page.getByLabel('The situation', { exact: true }).fill(body);
  await page.getByLabel('My question').fill(question);
}

/** Publishes a thread anonymously and gives its path. */
export async function startThreadOnThePage(page: Page, text: ThreadText): Promise<string> {
  await fillNewThread(page, text);
  await page.getByRole('button', { name: 'Publish anonymously' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(text.title);
  return new URL(page.url()).pathname;
}

/** Publishes such a thread by what the form sends, and opens it. `more`: other fields of the form. Gives its path. */
export async function startThread(page: Page, text: ThreadText, more: Record<string, string> = {}): Promise<string> {
  const where = { topic: 'email-and-text', perspective: 'client', formKey: newFormKey() };
  const answer = await send(page, '/threads/new', { ...text, ...where, ...more });
  expect(answer.status()).toBe(303);
  const path = answer.headers()['location'] ?? '';
  await page.goto(path);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(text.title);
  return path;
}

/** Replies under the thread that the page shows. */
export async function reply(page: Page, text: string, as: 'anonymous' | 'pen-name' = 'anonymous'): Promise<void> {
  if (as === 'pen-name') await page.getByLabel(/^Under my pen name/).check();
  await page.getByLabel('Your reply').fill(text);
  await page.getByRole('button', { name: /^Reply (as|anonymously)/ }).click();
  await expect(page).toHaveURL(/#post-\d+$/);
  await expect(postWith(page, text)).toBeVisible();
}

/** A text that belongs to the test alone: `word` stands in it and nowhere else. */
export function threadAbout(word: string): ThreadText {
  return {
    title: `A ${word} left on the answering machine`,
    body: `My therapist answered my ${word} with one line.\n\nI have read it a *hundred* times since.`,
    question: `Would you bring the ${word} up again?`,
  };
}

/**
 * A made-up word, long enough to be mistyped. It also lies further from all others than a search takes for a slip: what has gone would
 * otherwise bring, some day, what a test beside it wrote.
 */
export function rareWord(): string {
  return `${letters(7)}ander${letters(7)}`;
}

/** The word with two letters in the middle changed over. */
export function mistyped(word: string): string {
  return word.replace(/^(.{6})(.)(.)/, '$1$3$2');
}

/** What a form is sent with: two with the same are one. */
export const newFormKey = (): string => letters(20);

const newPenName = (): string => `reed-${letters(12)}`;
const newPassword = (): string => `four plain words ${letters(6)}`;

function letters(count: number): string {
  return Array.from({ length: count }, (_, index) => {
    const choice = index % 2 === 0 ? 'bdfgklmprstv' : 'aeiou';
    return choice[randomInt(choice.length)];
  }).join('');
}

/** The post that holds `text`, on a thread's page. */
export function postWith(page: Page, text: string) {
  return page.getByRole('article').filter({ hasText: text });
}

/** Asks the search until its page `shows` what is waited for: a change is found soon after it was made. */
export async function searchUntil(page: Page, words: string, shows: () => Promise<boolean>): Promise<void> {
  await untilShown(page, `/search?q=${encodeURIComponent(words)}`, shows);
}

/** Asks for a page until it `shows` what is waited for. It is looked at as it came: nothing in it is waited for. */
export async function untilShown(page: Page, address: string, shows: () => Promise<boolean>): Promise<void> {
  const ask = async (): Promise<boolean> => {
    await page.goto(address);
    return shows();
  };
  await expect.poll(ask, { timeout: 90_000 }).toBe(true);
}
