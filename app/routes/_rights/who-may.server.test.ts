import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeContext } from '#prisma/factories/context.ts';
import { makeMember } from '#prisma/factories/member.ts';
import { makeThread, makeTopic } from '#prisma/factories/thread.ts';
import { GUEST, ROLES, type Role, type Viewer } from '#app/domain/identity/viewer.ts';
import { RIGHTS } from '#app/domain/moderation/rights.ts';
import { WHO_MAY, type Who } from './who-may.ts';

const ORIGIN = 'https://forum.test';
const ROUTES = join(import.meta.dirname, '..');

type Handler = (args: LoaderFunctionArgs) => unknown;
type RouteModule = { loader?: Handler; action?: Handler };
const MODULES = import.meta.glob<RouteModule>('../*.{ts,tsx}');

const fileOf = (name: string) => Object.keys(MODULES).find((file) => /^\.\.\/(.+)\.tsx?$/.exec(file)?.[1] === name);

/** What the folder itself says: no route needs to be loaded to be counted. */
function guardedRoutes(): string[] {
  return readdirSync(ROUTES)
    .filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.'))
    .filter((file) => {
      // What no address fits has an action only to say so.
      if (file.startsWith('$')) return false;
      const source = readFileSync(join(ROUTES, file), 'utf8');
      const acts = /export (?:async )?(?:function|const) action\b|export \{[^}]*\baction\b[^}]*\}/.test(source);
      return acts || file.startsWith('moderation');
    })
    .map((file) => file.replace(/\.tsx?$/, ''))
    .sort();
}

const viewers: Partial<Record<Role | 'guest', Viewer>> = {};
const ids = { id: '', openingId: '', slug: '', topicId: 'new' };

beforeAll(async () => {
  viewers.guest = GUEST;
  for (const role of ROLES) viewers[role] = await makeMember({ role });
  Object.assign(ids, await makeThread(await makeMember(), { topic: await makeTopic() }));
});

/** What a route says to somebody: its answer, or what it throws. */
async function ask(name: string, handler: 'loader' | 'action', viewer: Viewer): Promise<unknown> {
  const route = await MODULES[fileOf(name) ?? '']?.();
  const run = route?.[handler];
  if (!run) throw new Error(`${name} has no ${handler}`);
  const context = makeContext(ORIGIN, { viewer });
  const form = { method: 'POST', body: '', headers: { 'Content-Type': 'application/x-www-form-urlencoded' } };
  const request = new Request(`${ORIGIN}/x`, handler === 'action' ? form : {});
  const id = name.startsWith('posts.') ? ids.openingId : name.startsWith('threads.') ? ids.id : 'new';
  try {
    return await run({ request, params: { id, slug: ids.slug }, context });
  } catch (thrown) {
    return thrown;
  }
}

function isSentToSignIn(answer: unknown): boolean {
  if (answer instanceof Response) return (answer.headers.get('Location') ?? '').startsWith('/sign-in');
  const { code, init } = (answer ?? {}) as { code?: string; init?: { status?: number } | null };
  // Composers answer with the text that was sent.
  return code === 'not-signed-in' || init?.status === 401;
}

const isRefused = (answer: unknown) => (answer as { code?: string } | null)?.code === 'not-allowed';

const rows = Object.entries(WHO_MAY).flatMap(([name, { see, act }]) => [
  ...(see === undefined ? [] : [{ name, handler: 'loader' as const, who: see }]),
  ...(act === undefined ? [] : [{ name, handler: 'action' as const, who: act }]),
]);

const mayNot = (who: Who): Role[] => {
  if (who === 'everybody' || who === 'member') return [];
  const by: readonly Role[] = RIGHTS[who].by;
  return ROLES.filter((role) => !by.includes(role));
};

describe('the table of who may', () => {
  it('has every route that acts or stands under /moderation, and no other', () => {
    expect(Object.keys(WHO_MAY).sort()).toEqual(guardedRoutes());
  });

  it.each(rows.filter(({ who }) => who !== 'everybody'))('sends guests of $name ($handler) to sign in', async (row) => {
    expect(await ask(row.name, row.handler, GUEST)).toSatisfy(isSentToSignIn);
  });

  it.each(rows.filter(({ who }) => who === 'everybody'))('lets guests at $name ($handler)', async (row) => {
    const answer = await ask(row.name, row.handler, GUEST);
    expect(isRefused(answer)).toBe(false);
  });

  const refusals = rows.flatMap((row) => mayNot(row.who).map((role) => ({ ...row, role })));
  it.each(refusals)('refuses $name ($handler) to a $role', async ({ name, handler, role }) => {
    expect(await ask(name, handler, viewers[role] ?? GUEST)).toSatisfy(isRefused);
  });

  const grants = rows.flatMap((row) =>
    row.who === 'everybody'
      ? []
      : ROLES.filter((role) => !mayNot(row.who).includes(role)).map((role) => ({ ...row, role })),
  );
  it.each(grants.filter(({ who }) => who !== 'member'))('opens $name ($handler) to a $role', async (row) => {
    const answer = await ask(row.name, row.handler, viewers[row.role] ?? GUEST);
    expect(isRefused(answer) || isSentToSignIn(answer)).toBe(false);
  });
});
