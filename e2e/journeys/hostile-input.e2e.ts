import { request as httpRequest } from 'node:http';
import { strFromU8, unzipSync } from 'fflate';
import type { APIResponse, Page } from '@playwright/test';
import { PAYLOADS } from '#app/platform/markdown/testing/hostile-texts.ts';
import { builtRoutes } from '#e2e/crawl/built-routes.ts';
import { expect, PLAIN, test } from '#e2e/fixtures.ts';
import { AWKWARD, FIELDS, PARTS, REDIRECTS, STATEMENTS, TRAVERSALS, WIDE } from '#e2e/hostile-requests.ts';
import {
  anotherVisitor,
  join,
  joinAsModerator,
  newFormKey,
  postWith,
  rareWord,
  signIn,
  startThread,
} from '#e2e/steps.ts';

/** Characters of hostile text in one reply; one may have 20,000. */
const LONGEST = 9_000;

/** What no text that people write becomes. */
const STRANGERS =
  ':is(script, style, iframe, object, embed, base, img, svg, math, [onerror], [onload], [onfocus], a[href^="javascript" i])';

const hrefsOf = (links: Element[]): string[] => links.map((link) => link.getAttribute('href') ?? '');

/** Publishes a reply by what the form sends. What the last look finds in it is left as it stands, as its button does. Gives the address. */
async function publish(page: Page, thread: string, body: string): Promise<string> {
  const { baseURL = '' } = test.info().project.use;
  const post = (more: Record<string, string>) =>
    page.request.post(thread, {
      form: { body, perspective: 'client', as: 'anonymous', formKey: newFormKey(), ...more },
      headers: { Origin: baseURL },
      maxRedirects: 0,
    });
  const first = await post({});
  if (first.status() === 303) return withoutPlace(first);
  const [, seen = ''] = /name="seen"[^>]*value="([^"]*)"/.exec(await first.text()) ?? [];
  const second = await post({ seen });
  expect(second.status(), body.slice(0, 200)).toBe(303);
  return withoutPlace(second);
}

/** Where an answer leads, without the place on the page: a browser that is there already would not ask again. */
function withoutPlace(answer: APIResponse): string {
  return (answer.headers()['location'] ?? '').replace(/#.*$/, '');
}

/** The payloads in as few texts as hold them. */
function gathered(): string[] {
  const texts: string[] = [];
  let text = '';
  for (const payload of PAYLOADS) {
    if (text.length + payload.length > LONGEST) {
      texts.push(text);
      text = '';
    }
    text += `${payload}\n\n`;
  }
  return [...texts, text];
}

test('hostile text runs nothing and fetches nothing, on any page that shows it to anybody', async ({
  page,
  browser,
}) => {
  const guest = await anotherVisitor(browser);
  const seen: string[] = [];
  for (const one of [page, guest]) {
    one.on('dialog', async (dialog) => {
      seen.push(`dialog ${dialog.message()}`);
      await dialog.dismiss();
    });
    one.on('request', (asked) => {
      if (!isOurs(asked.url())) seen.push(`request ${asked.url()}`);
    });
    one.on('console', (message) => {
      if (/Content.Security.Policy/i.test(message.text())) seen.push(message.text());
    });
  }
  // A moderator's links are not held.
  await joinAsModerator(page);
  const word = rareWord();
  const script = '"><img src=x onerror=alert(1)><script>alert(1)</script>';
  const path = await startThread(
    page,
    { title: `${word} ${script}`, body: script, question: `${script} ?` },
    { contentWarning: script },
  );
  const thread = path.replace(/[?#].*$/, '');
  const addresses = [];
  for (const text of gathered()) addresses.push(await publish(page, thread, `${word}\n\n${text}`));

  const search = `/search?q=${encodeURIComponent(word)}`;
  const pages = [
    ...addresses,
    thread,
    search,
    `/search?q=${encodeURIComponent(script)}`,
    '/topics/email-and-text',
    '/threads',
  ];
  for (const one of [page, guest]) {
    for (const address of pages) {
      await one.goto(address);
      if (addresses.includes(address)) await expect(one.locator('main .prose').nth(1)).toBeVisible();
      await expect(one.locator(`main .prose ${STRANGERS}`)).toHaveCount(0);
    }
  }
  await page.goto(thread);
  for (const link of await page.getByRole('link', { name: 'Edit' }).evaluateAll(hrefsOf)) {
    await page.goto(link);
    await expect(page.getByRole('textbox').first()).toBeVisible();
  }
  expect(seen).toEqual([]);

  function isOurs(url: string): boolean {
    return url.startsWith('data:') || new URL(url).host === new URL(test.info().project.use.baseURL ?? '').host;
  }
});

test('awkward texts come back as they were written', async ({ page }) => {
  await joinAsModerator(page);
  const path = await startThread(page, { title: rareWord(), body: 'What gets lost.', question: 'What does?' });
  const text = AWKWARD.map((one, at) => `${at}: ${one} :${at}`).join('\n\n');
  await page.goto(await publish(page, path.replace(/[?#].*$/, ''), text));
  await postWith(page, '0: null :0').getByRole('link', { name: 'Edit' }).click();
  await expect(page.getByLabel('Text')).toHaveValue(text);
});

test(
  'awkward and hostile texts are whole in what programs read: feeds, the API, structured data and the archive',
  PLAIN,
  async ({ page }) => {
    await joinAsModerator(page);
    const script = `</script><script>alert(1)</script>]]>&amp;"'\u{1}\u{b}\u{fffe}`;
    const body = `${AWKWARD.map((one, at) => `${at}: ${one} :${at}`).join('\n\n')}\n\n${script}`;
    const word = rareWord();
    const title = `${word} </script>]]>&"'`;
    const path = await startThread(page, { title, body: script, question: `What of ${script}?` });
    const [thread = '', id = ''] = /^[^?#]*\/threads\/([a-z2-7]+)[^?#]*/.exec(path) ?? [];
    await publish(page, thread, body);

    const textOf = async (address: string) => (await page.request.get(address)).text();
    const files = [
      `/feeds/threads/${id}.atom`,
      '/feeds/latest.atom',
      `/feeds/search.atom?q=${encodeURIComponent(title)}`,
    ];
    for (const address of [...files, '/feeds/topics/email-and-text.atom', '/sitemap.xml']) {
      const fault = await page.evaluate(
        (xml) => new DOMParser().parseFromString(xml, 'application/xml').querySelector('parsererror')?.textContent,
        await textOf(address),
      );
      expect({ address, fault }).toEqual({ address, fault: undefined });
    }
    expect(JSON.parse(await textOf(`/api/v1/threads/${id}`))).toMatchObject({ thread: { title } });

    await page.goto(thread);
    const structured = await page.locator('script[type="application/ld+json"]').allTextContents();
    expect(structured.map((json) => (JSON.parse(json) as { headline: string }).headline)).toEqual([title]);
    await expect(page.locator('meta[property="og:title"]')).toHaveAttribute('content', new RegExp(word));

    const archive = unzipSync(await (await page.request.get('/me/export/archive.zip')).body());
    const { posts } = JSON.parse(strFromU8(archive['export.json'] ?? new Uint8Array())) as {
      posts: { body: string }[];
    };
    expect(posts.map((post) => post.body).sort()).toEqual([body, script].sort());
  },
);

test('no text is wider than the page that shows it, on a phone', PLAIN, async ({ page }) => {
  await joinAsModerator(page);
  const path = await startThread(page, { title: rareWord(), body: 'What is too wide.', question: 'What is?' });
  const address = await publish(page, path.replace(/[?#].*$/, ''), WIDE.join('\n\n***\n\n'));
  for (const width of [320, 360]) {
    await page.setViewportSize({ width, height: 700 });
    await page.goto(address);
    await expect(page.locator('main .prose').nth(1)).toBeVisible();
    const wider = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect({ width, wider }).toEqual({ width, wider: 0 });
  }
});

test('nobody is led elsewhere, and nothing in an address becomes a header', PLAIN, async ({ page, browser }) => {
  const account = await join(page);
  const { baseURL = '' } = test.info().project.use;
  const visitor = await anotherVisitor(browser);
  await signIn(visitor, account);
  for (const to of REDIRECTS) {
    const answer = await visitor.request.post(`/sign-in?to=${encodeURIComponent(to)}`, {
      form: { penName: account.penName, password: account.password },
      headers: { Origin: baseURL },
      maxRedirects: 0,
    });
    const { location = '/', ...headers } = answer.headers();
    expect({ to, host: new URL(location, baseURL).host }).toEqual({ to, host: new URL(baseURL).host });
    expect(answer.status(), to).toBeLessThan(500);
    expect(headers['set-cookie'] ?? '', to).not.toMatch(/^hostile=/m);
  }
});

test('every route takes whatever stands in its address for a name, and leads no further', PLAIN, async ({ page }) => {
  await joinAsModerator(page);
  const { baseURL = '' } = test.info().project.use;
  const named = builtRoutes().filter(({ path }) => path.includes('/:'));
  expect(named.length).toBeGreaterThan(20);
  for (const { path } of named) {
    for (const part of PARTS) {
      const address = path.replace(/:\w+\??/g, part);
      const answer = await page.request.get(address, { maxRedirects: 0 });
      const { location = path, ...headers } = answer.headers();
      const [, room] = new URL(location, baseURL).pathname.split('/');
      expect({ address, room }).toEqual({ address, room: path.split('/')[1] });
      expect(answer.status(), address).toBeLessThan(500);
      expect(headers['set-cookie'] ?? '', address).not.toMatch(/^hostile=/m);
    }
  }
});

test('no address leads out of what is to be served', PLAIN, async () => {
  for (const path of TRAVERSALS) {
    const { status, text } = await ask(path);
    expect({ path, status, leaks: text.includes('root:') }).toEqual({ path, status: expect.any(Number), leaks: false });
    expect([400, 404], path).toContain(status);
  }
});

test('what would be a statement somewhere is only words', PLAIN, async () => {
  const places = [
    '/search?q=',
    '/api/v1/search?q=',
    '/feeds/search.atom?q=',
    '/topics/email-and-text?after=',
    '/topics/',
    '/members/',
    '/api/v1/threads?after=',
  ];
  for (const place of places) {
    for (const text of STATEMENTS) {
      const { status } = await ask(`${place}${encodeURIComponent(text)}`);
      expect([200, 400, 404], `${place} ${text}`).toContain(status);
    }
  }
});

test('fields that no form of ours has are refused, whatever they are called', PLAIN, async ({ page, browser }) => {
  await join(page);
  const visitor = await anotherVisitor(browser);
  const { baseURL = '' } = test.info().project.use;
  for (const [name, value] of FIELDS) {
    for (const [path, { request }] of [
      ['/threads/new', page],
      ['/me/drafts/keep', page],
      ['/sign-in', visitor],
      ['/join', visitor],
    ] as const) {
      const data = new URLSearchParams({ title: 'x', body: 'x', penName: 'x', password: 'x' });
      data.append(name, value);
      const answer = await request.post(path, {
        data: data.toString(),
        headers: { Origin: baseURL, 'Content-Type': 'application/x-www-form-urlencoded' },
        maxRedirects: 0,
      });
      expect({ path, name, status: answer.status() }).toEqual({ path, name, status: 400 });
    }
  }
});

/** Asks for an address as it stands, which a browser would tidy up first. */
function ask(path: string): Promise<{ status: number; text: string }> {
  const { hostname, port } = new URL(test.info().project.use.baseURL ?? '');
  return new Promise((resolve, reject) => {
    const sent = httpRequest({ hostname, port, path, headers: { Accept: 'text/html' } }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(chunks).toString() }));
    });
    sent.on('error', reject).end();
  });
}
