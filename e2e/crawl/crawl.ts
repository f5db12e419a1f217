import { unzipSync } from 'fflate';
import type { Browser, Page } from '../../bench/attack/world/browser.ts';
import type { BuiltRoute } from './built-routes.ts';
import { findLeaks, VIEWERS, type Canary, type Finding, type ViewerName } from './canaries.ts';
import { SAMPLES, type SampleWorld } from './samples.ts';

/** What was asked, how often, and what was found that must not be there. */
export type CrawlResult = { addresses: number; requests: number; statuses: Map<number, number>; findings: Finding[] };

export type Crawl = {
  routes: readonly BuiltRoute[];
  viewers: Record<ViewerName, Browser>;
  world: SampleWorld;
  canaries: readonly Canary[];
};

/** Asks every address of every route as everybody, in every format, reading and sending a faulty form. */
export async function crawl({ routes, viewers, world, canaries }: Crawl): Promise<CrawlResult> {
  const result: CrawlResult = { addresses: 0, requests: 0, statuses: new Map(), findings: [] };
  const askAll = async (path: string, ways: (viewer: ViewerName) => Way[]): Promise<void> => {
    result.addresses += 1;
    for (const viewer of VIEWERS) {
      for (const { how, ask } of ways(viewer)) {
        const page = await ask(viewers[viewer]);
        result.requests += 1;
        result.statuses.set(page.status, (result.statuses.get(page.status) ?? 0) + 1);
        result.findings.push(...findLeaks(allOf(page), canaries, { viewer, path, how: `${how}, ${page.status}` }));
      }
    }
  };
  for (const route of routes) {
    const sample = SAMPLES[route.id];
    if (!sample) throw new Error(`The crawl knows no address for ${route.id}: add it to e2e/crawl/samples.ts`);
    const asked = { ...route, post: route.hasAction && sample.post !== false };
    for (const path of sample.paths(world)) await askAll(path, (viewer) => waysOfAsking(path, { ...asked, viewer }));
  }
  const stale = `/posts/${world.edited}/edit`;
  await askAll(stale, () => [{ how: 'POST of a stale edit', ask: (browser) => browser.post(stale, STALE) }]);
  return result;
}

type Way = { how: string; ask: (browser: Browser) => Promise<Page> };

/** What no form of ours has: strict schemas refuse it, so that nothing changes while every refusal is looked at. */
const FAULTY = { 'no-such-field': 'x' };
const STALE = { version: '1', body: 'From an earlier version.', reason: 'Too late' };

type Asked = BuiltRoute & { post: boolean; viewer: ViewerName };

function waysOfAsking(path: string, { hasLoader, post, viewer }: Asked): Way[] {
  const data = dataPath(path);
  return [
    { how: 'GET', ask: (browser) => browser.get(path) },
    ...(viewer === 'guest'
      ? [{ how: 'GET in Norwegian', ask: (browser: Browser) => browser.get(path, { 'Accept-Language': 'nb' }) }]
      : []),
    ...(hasLoader ? [{ how: 'GET .data', ask: (browser: Browser) => browser.get(data) }] : []),
    ...(post
      ? [
          { how: 'POST', ask: (browser: Browser) => browser.post(path, FAULTY) },
          { how: 'POST .data', ask: (browser: Browser) => browser.post(data, FAULTY) },
        ]
      : []),
    { how: 'POST from elsewhere', ask: (browser) => browser.post(path, FAULTY, 'https://elsewhere.invalid') },
  ];
}

/** Where Remix gives the data of a page without the page. */
function dataPath(path: string): string {
  const [pathname = '', search] = path.split('?');
  const data = pathname === '/' ? '/_root.data' : `${pathname.replace(/\/$/, '')}.data`;
  return search === undefined ? data : `${data}?${search}`;
}

/** Everything in an answer that somebody could read: each header, the body, and what lies in an archive. */
function allOf({ headers, text, bytes }: Page): string {
  const said = [...headers].map(([name, value]) => `${name}: ${value}`).join('\n');
  return `${said}\n${text}\n${headers.get('content-type') === 'application/zip' ? unzipped(bytes) : ''}`;
}

function unzipped(bytes: Uint8Array): string {
  const files = Object.entries(unzipSync(bytes));
  return files.map(([name, content]) => `${name}\n${Buffer.from(content).toString('utf8')}`).join('\n');
}
