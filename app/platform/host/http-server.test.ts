import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { EventEmitter, once } from 'node:events';
import { request as nodeRequest } from 'node:http';
import { connect, type Socket } from 'node:net';
import type { AppLoadContext } from '@remix-run/node';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { useCookiesFor } from '../cookies.server.ts';
import { useLogLevel } from '../log.server.ts';
import { singleFetchError } from '../single-fetch-error.ts';
import { Admission } from './admission.server.ts';
import { serve, type HttpServer } from './http-server.server.ts';
import { MAX_BODY_BYTES } from './request-body.server.ts';

type Seen = { request: Request; context: AppLoadContext };

let server: HttpServer;
let origin: string;
let seen: Seen[] = [];
let answer: (seen: Seen) => Response | Promise<Response>;

const page = (html: string): Response =>
  new Response(html, { headers: { 'Content-Type': 'text/html; charset=utf-8' } });

beforeAll(async () => {
  useLogLevel('silent');
  useCookiesFor('http://localhost');
  server = await serve('127.0.0.1', 0, (port) => ({
    origin: (origin = `http://localhost:${port}`),
    staticFile: (path) =>
      path === '/assets/a.js'
        ? { body: Buffer.from('1;'), type: 'text/javascript', etag: '"a"', cacheControl: 'public, immutable' }
        : undefined,
    clientAddress: () => undefined,
    admission: new Admission(20),
    page: async (request, context) => {
      seen.push({ request, context });
      return answer({ request, context });
    },
  }));
});

afterAll(() => server.close());

beforeEach(() => {
  seen = [];
  answer = () => page('<p>hello</p>');
});

const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`http://127.0.0.1:${server.port}${path}`, { headers, redirect: 'manual' });

const post = (path: string, body: BodyInit, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`http://127.0.0.1:${server.port}${path}`, {
    method: 'POST',
    body,
    headers: { Origin: origin, ...headers },
    redirect: 'manual',
  });

const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' };

describe('/metrics', () => {
  test('counts answers by where they came from, and names no path', async () => {
    await (await get('/a-path-of-nobody')).text();
    const text = await (await get('/metrics')).text();
    expect(text).toMatch(/^forum_requests_total\{from="made",status="2xx"\} [1-9]/m);
    expect(text).toContain('nodejs_eventloop_lag_seconds');
    expect(text).not.toContain('a-path-of-nobody');
  });

  test('is not there for whom a proxy asks', async () => {
    answer = () => page('<p>nothing here</p>');
    expect(await (await get('/metrics', { 'X-Forwarded-For': '192.0.2.1' })).text()).toContain('nothing here');
  });
});

describe('a server that stops', () => {
  const parts = {
    origin: 'http://localhost',
    staticFile: () => undefined,
    clientAddress: () => undefined,
    admission: new Admission(1),
  };

  test.each([
    ['sends people elsewhere', false],
    ['sends nobody elsewhere when another has taken its place', true],
  ])('%s', async (_what, isReplaced) => {
    const stopping = await serve('127.0.0.1', 0, () => ({ ...parts, page: () => Promise.resolve(page('')) }));
    const socket = await connected(stopping.port);
    const ended = stopping.close(isReplaced);
    socket.write('GET /readyz HTTP/1.1\r\nHost: localhost\r\n\r\n');
    let text = '';
    for await (const chunk of socket) text += String(chunk);
    // There is no database here, which is another reason to send people elsewhere.
    expect(text).toContain(isReplaced ? 'the database does not answer' : 'stopping');
    await ended;
  });

  test('answers what still comes on an open connection, and asks it to end', async () => {
    const stopping = await serve('127.0.0.1', 0, () => ({
      ...parts,
      page: () => Promise.resolve(page('<p>late</p>')),
    }));
    const socket = await connected(stopping.port);
    const ended = stopping.close();
    socket.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n');
    let text = '';
    for await (const chunk of socket) text += String(chunk);
    expect(text).toContain('200 OK');
    expect(text.toLowerCase()).toContain('connection: close');
    await ended;
  });
});

describe('a forum that has too much to do', () => {
  const steps = new EventEmitter();
  let busy: HttpServer;
  let first: Promise<Response>;
  let made: string[] = [];

  beforeAll(async () => {
    const asked = once(steps, 'asked');
    busy = await serve('127.0.0.1', 0, () => ({
      origin,
      staticFile: (path) =>
        path === '/robots.txt'
          ? { body: Buffer.from('x'), type: 'text/plain', etag: '"a"', cacheControl: 'public' }
          : undefined,
      clientAddress: () => undefined,
      admission: new Admission(1, 0),
      page: async ({ url }) => {
        made.push(url);
        steps.emit('asked');
        await once(steps, 'finish');
        return page('<p>made</p>');
      },
    }));
    first = fetch(`http://127.0.0.1:${busy.port}/`);
    await asked;
    made = [];
  });

  afterAll(async () => {
    steps.emit('finish');
    expect(await (await first).text()).toContain('made');
    await busy.close();
  });

  const askBusy = (path: string, init: RequestInit = {}): Promise<Response> =>
    fetch(`http://127.0.0.1:${busy.port}${path}`, init);
  const form = { method: 'POST', body: new URLSearchParams({ body: 'A reply' }) };

  test.each([
    [{ 'Accept-Language': 'en' }, 'Too many people are here just now.'],
    [{ 'Accept-Language': 'nb' }, 'Det er for mange her akkurat nå.'],
    [{ 'Accept-Language': 'en', Cookie: 'language=nb' }, 'Det er for mange her akkurat nå.'],
  ])('says in the language of the reader to come again: %j', async (headers, words) => {
    const response = await askBusy('/threads', { headers });
    expect([response.status, response.headers.get('Retry-After')]).toEqual([503, '5']);
    expect(await response.text()).toContain(words);
    expect(response.headers.get('Cache-Control')).toBe('no-store');
    expect(made).toEqual([]);
  });

  test('says so of a form, of which nothing is done', async () => {
    const response = await askBusy('/threads/new', { ...form, headers: { Origin: origin } });
    expect(response.status).toBe(503);
    expect(await response.text()).toContain('your text is still there');
    expect(made).toEqual([]);
  });

  test('says it to the scripts of a page in the way that they know', async () => {
    const sent = await askBusy('/threads/new.data', { ...form, headers: { Origin: origin } });
    expect([sent.status, sent.headers.get('Retry-After')]).toEqual([503, '5']);
    expect(await sent.text()).toBe(singleFetchError({ status: 503, data: { code: 'busy' } }, 'action'));
    const read = await askBusy('/threads.data?after=20');
    expect(await read.text()).toBe(singleFetchError({ status: 503, data: { code: 'busy' } }, 'loaders'));
  });

  test.each(['/healthz', '/metrics', '/robots.txt'])('answers what costs nothing: %s', async (path) => {
    expect((await askBusy(path)).status).toBe(200);
  });
});

describe('what takes the place of a page that waits', () => {
  const steps = new EventEmitter();
  let line: HttpServer;

  beforeAll(async () => {
    line = await serve('127.0.0.1', 0, () => ({
      origin,
      staticFile: () => undefined,
      clientAddress: () => undefined,
      admission: new Admission(1, 1),
      page: async ({ url }) => {
        if (!url.endsWith('/first')) return page('');
        steps.emit('begun');
        await once(steps, 'finish');
        return page('');
      },
    }));
  });

  afterAll(() => line.close());

  const ask = (path: string, init: RequestInit = {}): Promise<Response> =>
    fetch(`http://127.0.0.1:${line.port}${path}`, { ...init, headers: { Origin: origin } });

  test.each([
    ['a form', '/threads/new', { method: 'POST', body: new URLSearchParams({ body: 'A reply' }) }],
    ['the data of a page', '/threads.data', {}],
    ['urgent help', '/help-now', {}],
  ])('%s', async (_what, path, init) => {
    const begun = once(steps, 'begun');
    const first = ask('/first');
    await begun;
    const usual = [ask('/threads'), ask('/threads')];
    // One of them is turned away, so the other waits.
    await Promise.race(usual);
    const urgent = ask(path, init);
    expect((await Promise.all(usual)).map(({ status }) => status)).toEqual([503, 503]);
    steps.emit('finish');
    expect((await urgent).status).toBe(200);
    await first;
  });
});

describe('what is not sent from our own pages', () => {
  test.each([{ Origin: 'https://evil.example' }, { Origin: 'null' }, { Origin: '' }])(
    'does nothing: %j',
    async (headers) => {
      const response = await post('/sign-out', 'a=1', { ...FORM, ...headers });
      expect(response.status).toBe(403);
      expect(seen).toEqual([]);
    },
  );

  test('the single-fetch form of an address is held to the same', async () => {
    const response = await post('/threads/new.data', 'a=1', { ...FORM, Origin: 'https://evil.example' });
    expect(response.status).toBe(403);
    expect(seen).toEqual([]);
  });
});

describe('urgent help', () => {
  test('is made for anybody without asking the database who it is, which other pages of a member need', async () => {
    const member = { Cookie: 'session=somebody; language=nb' };
    expect((await get('/threads', member)).status).toBe(500);
    const help = await get('/help-now?country=NO', member);
    expect(help.status).toBe(200);
    expect(help.headers.get('Set-Cookie')).toBeNull();
    expect(seen.map(({ context }) => ({ viewer: context.viewer.kind, language: context.language }))).toEqual([
      { viewer: 'guest', language: 'nb' },
    ]);
  });

  test('is led to by the page that says that something broke', async () => {
    const broken = await get('/threads', { Cookie: 'session=somebody' });
    expect(await broken.text()).toContain('href="/help-now"');
  });
});

describe('what Remix sees', () => {
  test('our own address and origin, whatever Host and forwarded headers say', async () => {
    await rawRequest('POST', '/x?y=1', {
      Host: 'evil.example',
      Origin: `http://127.0.0.1:${server.port}`,
      'X-Forwarded-Host': 'evil.example',
      Forwarded: 'host=evil.example',
      'Content-Type': 'application/x-www-form-urlencoded',
    });
    const [{ request }] = seen as [Seen];
    expect(request.url).toBe(`${origin}/x?y=1`);
    expect(Object.fromEntries(request.headers)).toMatchObject({ host: new URL(origin).host, origin });
    expect(JSON.stringify([...request.headers])).not.toContain('evil');
  });

  test('the whole form', async () => {
    answer = async ({ request }) => Response.json([...(await request.formData())]);
    const response = await post('/x', new URLSearchParams({ body: 'Blåbær & "x"', empty: '' }));
    expect(await response.json()).toEqual([
      ['body', 'Blåbær & "x"'],
      ['empty', ''],
    ]);
  });

  test('the language and the theme of the cookies, else of the browser', async () => {
    await get('/', { Cookie: 'language=nb; theme=dark' });
    await get('/', { Cookie: 'language=xx; theme=<script>', 'Accept-Language': 'nb' });
    expect(seen.map(({ context }) => [context.language, context.theme])).toEqual([
      ['nb', 'dark'],
      ['nb', 'system'],
    ]);
  });
});

describe('bodies', () => {
  test.each([
    ['text/plain', 'a=1', 415],
    ['application/xml', '<a/>', 415],
    ['application/json', '{"a":', 400],
    ['multipart/form-data; boundary=x', 'rubbish', 400],
    ['application/x-www-form-urlencoded', 'a=%00', 400],
    ['application/x-www-form-urlencoded', `a=${'x'.repeat(MAX_BODY_BYTES)}`, 413],
  ])('%s %.12s → %i, and nothing is done', async (type, body, status) => {
    const response = await post('/x', body, { 'Content-Type': type });
    expect(response.status).toBe(status);
    expect(seen).toEqual([]);
  });

  test('other methods are refused', async () => {
    const response = await fetch(origin, { method: 'PUT', headers: { Origin: origin } });
    expect(response.status).toBe(405);
    expect(response.headers.get('Allow')).toBe('GET, HEAD, POST');
  });
});

describe('who may keep an answer', () => {
  test("a guest's page is known again by its content", async () => {
    const first = await get('/');
    expect(first.headers.get('Cache-Control')).toBe('no-cache');
    const etag = first.headers.get('ETag') ?? '';
    const again = await get('/', { 'If-None-Match': etag });
    expect([again.status, await again.text()]).toEqual([304, '']);
    answer = () => page('<p>changed</p>');
    expect((await get('/', { 'If-None-Match': etag })).status).toBe(200);
  });

  test('what sets a cookie is kept by nobody, and each cookie stands alone', async () => {
    answer = () => {
      const response = page('x');
      response.headers.append('Set-Cookie', 'a=1; Expires=Wed, 01 Jan 2031 00:00:00 GMT');
      response.headers.append('Set-Cookie', 'b=2');
      return response;
    };
    const response = await get('/');
    expect(response.headers.get('Cache-Control')).toBe('no-store');
    expect(response.headers.get('ETag')).toBeNull();
    expect(response.headers.getSetCookie()).toHaveLength(2);
  });

  test('static files', async () => {
    const response = await get('/assets/a.js');
    expect([response.status, await response.text()]).toEqual([200, '1;']);
    expect(response.headers.get('Cache-Control')).toBe('public, immutable');
    expect((await get('/assets/b.js')).status).toBe(404);
    expect(seen).toEqual([]);
  });
});

test('HEAD says what GET says, without the body', async () => {
  const [asked, headed] = [await rawRequest('GET', '/'), await rawRequest('HEAD', '/')];
  expect(headed.body).toBe('');
  const { date: _, ...headers } = asked.headers;
  expect(headed.headers).toMatchObject(headers);
});

test('pages are packed as the reader wants them', async () => {
  answer = () => page(`<p>${'word '.repeat(1000)}</p>`);
  for (const encoding of ['br', 'gzip']) {
    const response = await get('/', { 'Accept-Encoding': encoding });
    expect(response.headers.get('Content-Encoding')).toBe(encoding);
    expect(await response.text()).toContain('word word');
  }
  expect((await get('/', { 'Accept-Encoding': 'br;q=0, gzip;q=0' })).headers.get('Content-Encoding')).toBeNull();
});

test('every answer carries the security headers', async () => {
  const answers = [await get('/'), await get('/assets/a.js'), await get('/%zz'), await get('/healthz')];
  for (const { headers } of answers) {
    expect(headers.get('Content-Security-Policy')).toContain("default-src 'none'");
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(headers.get('Referrer-Policy')).toBe('same-origin');
    expect(headers.get('X-Powered-By')).toBeNull();
  }
});

test('a fault in a page is one 500 with an id to ask about, and nothing of the fault', async () => {
  answer = () => {
    throw new Error('the secret text');
  };
  const response = await get('/');
  const text = await response.text();
  expect(response.status).toBe(500);
  expect(text).toMatch(/\([a-z2-7]{8}\)/);
  expect(text).not.toContain('secret');
});

test('a line that is no HTTP disturbs nobody', async () => {
  const socket = connect(server.port, '127.0.0.1');
  socket.on('error', () => undefined);
  socket.end('GET http://[/ HTTP/1.1\r\nHost: x\r\n\r\n');
  await new Promise((resolve) => socket.on('close', resolve).resume());
  expect((await get('/')).status).toBe(200);
});

test('closing answers what has been asked, and then nothing more', async () => {
  const steps = new EventEmitter();
  const asked = once(steps, 'asked');
  const other = await serve('127.0.0.1', 0, (port) => ({
    origin: `http://localhost:${port}`,
    staticFile: () => undefined,
    clientAddress: () => undefined,
    admission: new Admission(20),
    page: async () => {
      steps.emit('asked');
      await once(steps, 'finish');
      return page('late, but there');
    },
  }));
  const response = fetch(`http://127.0.0.1:${other.port}/`);
  await asked;
  const closed = other.close();
  steps.emit('finish');
  expect(await (await response).text()).toBe('late, but there');
  await closed;
  await expect(fetch(`http://127.0.0.1:${other.port}/`)).rejects.toThrow();
});

/** A connection that the server has taken: to whom connects it is there a moment before, in which the server may close. */
async function connected(port: number): Promise<Socket> {
  const taken = new Promise<void>((resolve) => {
    const onSocket = (): void => {
      unsubscribe('net.server.socket', onSocket);
      resolve();
    };
    subscribe('net.server.socket', onSocket);
  });
  const socket = connect(port, '127.0.0.1');
  await taken;
  return socket;
}

type RawAnswer = { status: number; headers: Record<string, unknown>; body: string };

/** With headers that fetch does not let one set. */
function rawRequest(method: string, path: string, headers: Record<string, string> = {}): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const request = nodeRequest({ host: '127.0.0.1', port: server.port, method, path, headers }, (response) => {
      let body = '';
      response.on('data', (chunk: Buffer) => (body += chunk.toString()));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
    });
    request.on('error', reject);
    request.end(method === 'POST' ? 'a=1' : undefined);
  });
}
