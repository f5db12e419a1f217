import { createRequestHandler, type RequestHandler, type ServerBuild } from '@remix-run/node';

type Route = ServerBuild['routes'][string];

/** A part of an address that may be anything, or nothing. */
const OPEN_SEGMENT = /^[:*]|\?$/;

/**
 * Remix, which goes through all routes several times a request and readies each of them for the page, in a build for each first part of an
 * address: with the routes that begin with it and those that may begin with anything. It chooses among these as it would among all.
 */
export function createRoutedHandler(build: ServerBuild): RequestHandler {
  const parts = partsOf(build);
  const handlers = new Map<string, RequestHandler>();
  return (request, context) => {
    const first = firstOf(new URL(request.url).pathname);
    const part = parts.has(first) ? first : '';
    const handler = handlers.get(part) ?? createRequestHandler(partOf(build, part), 'production');
    handlers.set(part, handler);
    return handler(request, context);
  };
}

/** The first parts by which routes are told apart. */
function partsOf({ routes }: ServerBuild): ReadonlySet<string> {
  return new Set(Object.values(routes).flatMap((route) => beginningOf(route, routes) ?? []));
}

function partOf(build: ServerBuild, part: string): ServerBuild {
  const { routes, assets } = build;
  const chosen = Object.values(routes).filter((route) => {
    const beginning = beginningOf(route, routes);
    return beginning === undefined || beginning === part;
  });
  const ids = new Set(chosen.flatMap((route) => withParents(route, routes)));
  const only = <Value>(all: Record<string, Value>) =>
    Object.fromEntries(Object.entries(all).filter(([id]) => ids.has(id)));
  return { ...build, routes: only(routes), assets: { ...assets, routes: only(assets.routes) } };
}

/** The first part of the addresses of a route, in lower case as Remix compares; undefined where it may be any, or none. */
function beginningOf(route: Route, routes: ServerBuild['routes']): string | undefined {
  const path = withParents(route, routes)
    .map((id) => routes[id]?.path ?? '')
    .reverse()
    .join('/');
  const first = path.split('/').find((segment) => segment !== '');
  return first === undefined || OPEN_SEGMENT.test(first) ? undefined : first.toLowerCase();
}

/** The ids of a route and of those that it stands in, innermost first. */
function withParents({ id, parentId }: Route, routes: ServerBuild['routes']): string[] {
  const parent = parentId === undefined ? undefined : routes[parentId];
  return parent ? [id, ...withParents(parent, routes)] : [id];
}

/** `.data` is how Remix's client asks for what the loaders of an address give. */
function firstOf(pathname: string): string {
  const first =
    pathname
      .replace(/\.data$/, '')
      .split('/')
      .find((segment) => segment !== '') ?? '';
  try {
    return decodeURIComponent(first).toLowerCase();
  } catch {
    return first.toLowerCase();
  }
}
