import { EventEmitter, once } from 'node:events';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { currentDatabase } from '../db.server.ts';
import { Admission } from './admission.server.ts';
import { GuestPages } from './guest-pages.server.ts';
import { serve, type HttpServer } from './http-server.server.ts';
import { learnToldTables } from './told-tables.server.ts';

const steps = new EventEmitter();
let pages: GuestPages;
let server: HttpServer;

beforeAll(async () => {
  await learnToldTables(currentDatabase());
  pages = await GuestPages.open(currentDatabase());
  server = await serve('127.0.0.1', 0, (port) => ({
    origin: `http://localhost:${port}`,
    staticFile: () => undefined,
    clientAddress: () => undefined,
    admission: new Admission(1, 0),
    guestPages: pages,
    page: async ({ url }) => {
      if (!url.endsWith('/guidelines')) {
        steps.emit('asked');
        await once(steps, 'finish');
      }
      return new Response('<p>Ground rules</p>', { headers: { 'Content-Type': 'text/html' } });
    },
  }));
});

afterAll(async () => {
  await server.close();
  await pages.close();
});

const get = (path: string): Promise<Response> => fetch(`http://127.0.0.1:${server.port}${path}`);
const keptAnswers = async (): Promise<number> => {
  const text = await (await get('/metrics')).text();
  return Number(/^forum_requests_total\{from="kept",status="2xx"\} (\d+)$/m.exec(text)?.[1] ?? 0);
};

/** On a busy machine the database may not have been heard from for a second, in which nothing is kept, nor served that was kept. */
async function untilKept(): Promise<void> {
  const before = await keptAnswers();
  const isServed = async () => {
    await get('/guidelines');
    expect(await keptAnswers()).toBeGreaterThan(before);
  };
  await vi.waitFor(isServed, { timeout: 30_000 });
}

test('a page that is kept for guests is there while nothing more can be made', async () => {
  await untilKept();
  const asked = once(steps, 'asked');
  const first = get('/search');
  await asked;
  expect((await get('/search')).status).toBe(503);
  await untilKept();
  expect((await get('/readyz')).status).toBe(200);
  steps.emit('finish');
  expect((await first).status).toBe(200);
});
