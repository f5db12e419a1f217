import { expect, test } from '@playwright/test';
import { builtRoutes } from '#e2e/crawl/built-routes.ts';
import { crawl } from '#e2e/crawl/crawl.ts';
import { plantForum } from '#e2e/crawl/planted-forum.ts';
import { VIEWERS } from '#e2e/crawl/canaries.ts';
import { SAMPLES } from '#e2e/crawl/samples.ts';

// Some thousand answers, each of which a slow machine may take a tenth of a second for.
test.setTimeout(900_000);

test('every route of the build is crawled, and no route that is not there', () => {
  expect(Object.keys(SAMPLES).sort()).toEqual(
    builtRoutes()
      .map(({ id }) => id)
      .sort(),
  );
});

test('nothing of what must stay hidden is in any answer to anybody', async () => {
  const forum = await plantForum();
  try {
    const routes = builtRoutes();
    const { addresses, requests, statuses, findings } = await crawl({ routes, ...forum });
    const kinds = new Set(forum.canaries.map(({ kind }) => kind));
    process.stdout.write(
      `leak crawl: ${routes.length} routes, ${addresses} addresses × ${VIEWERS.length} viewers = ${requests} answers, ` +
        `${forum.canaries.length} canaries of ${kinds.size} kinds; ` +
        [...statuses]
          .sort(([a], [b]) => a - b)
          .map(([status, count]) => `${status}: ${count}`)
          .join(', ') +
        '\n',
    );
    expect(findings).toEqual([]);
    // A crawl that is refused everywhere sees nothing.
    for (const status of [200, 303, 400, 403, 404]) expect(statuses.get(status) ?? 0).toBeGreaterThan(10);
    expect(statuses.get(500) ?? 0).toBe(0);
  } finally {
    await forum.close();
  }
});
