import { request as httpRequest } from 'node:http';
import { expect, PLAIN, test } from '#e2e/fixtures.ts';
import { FIELDS, REDIRECTS, STATEMENTS, TRAVERSALS } from '#e2e/hostile-requests.ts';
import { anotherVisitor, join, signIn } from '#e2e/steps.ts';

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
