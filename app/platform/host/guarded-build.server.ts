import { data, type ActionFunction, type AppLoadContext, type LoaderFunction, type ServerBuild } from '@remix-run/node';
import { DomainError } from '../errors.ts';
import { logUnexpected } from '../log.server.ts';
import { orUnavailable } from '../when-unavailable.server.ts';
import { withhold } from '../withheld-data.server.ts';

type RouteModule = ServerBuild['routes'][string]['module'];
type DataFunction = LoaderFunction | ActionFunction;

const retryAfter = new WeakMap<AppLoadContext, number>();

/** Seconds for Retry-After, where the answer to the request of `context` is a refusal that has them. */
export function retryAfterOf(context: AppLoadContext): number | undefined {
  return retryAfter.get(context);
}

/**
 * The built routes with the one place where errors of the domain become answers: a DomainError gets its status, a bug gets 500 and
 * the correlation id, and is logged. Pages receive them in their error boundary, resource routes answer in JSON.
 */
export function guardedBuild(build: ServerBuild): ServerBuild {
  const routes = Object.entries(build.routes).map(
    ([id, route]) => [id, { ...route, module: guardedModule(route.module) }] as const,
  );
  return { ...build, routes: Object.fromEntries(routes) };
}

function guardedModule(module: RouteModule): RouteModule {
  const isPage = module.default !== undefined || module.ErrorBoundary !== undefined;
  const refuse = isPage ? refusePage : refuseResource;
  return {
    ...module,
    ...(module.loader && { loader: guarded(isPage ? withholding(module.loader) : module.loader, refuse) }),
    ...(module.action && { action: guarded(module.action, refuse) }),
  };
}

function isData(value: unknown): value is ReturnType<typeof data> {
  return typeof value === 'object' && value !== null && 'type' in value && value.type === 'DataWithResponseInit';
}

type Refusal = { status: number; code: string; message?: string; correlationId?: string };

function guarded<Run extends DataFunction>(run: Run, refuse: (refusal: Refusal) => unknown): Run {
  const guardedRun: DataFunction = async (args) => {
    try {
      const answer = await run(args);
      noteRetryAfter(answer, args.context);
      return answer;
    } catch (thrown) {
      if (isAnswer(thrown)) throw thrown;
      throw refuse(refusalFor(orUnavailable(thrown), args.context));
    }
  };
  return Object.assign(guardedRun, run);
}

/** Has Remix write nothing for a client that is not there. */
function withholding(run: LoaderFunction): LoaderFunction {
  const withholdingRun: LoaderFunction = async (args) => {
    const answer = await run(args);
    if (args.context.hasClient || answer instanceof Response) return answer;
    return isData(answer) ? data(withhold(answer.data), answer.init ?? undefined) : withhold(answer);
  };
  return Object.assign(withholdingRun, run);
}

/** A form that is refused says when to try again; of an action's headers Remix hands on cookies alone. */
function noteRetryAfter(answer: unknown, context: AppLoadContext): void {
  if (!isData(answer)) return;
  const seconds = new Headers(answer.init?.headers).get('Retry-After');
  if (seconds !== null) retryAfter.set(context, Number(seconds));
}

/** Remix lets routes throw their answers: redirects, responses and data with a status. */
function isAnswer(thrown: unknown): boolean {
  return thrown instanceof Response || isData(thrown);
}

function refusalFor(error: unknown, context: AppLoadContext): Refusal {
  if (error instanceof DomainError) {
    if (error.retryAfter !== undefined) retryAfter.set(context, error.retryAfter);
    return { status: error.status, code: error.code, message: error.message };
  }
  logUnexpected(error, context.correlationId);
  return { status: 500, code: 'unexpected', correlationId: context.correlationId };
}

function refusePage({ status, ...reason }: Refusal): unknown {
  return data(reason, { status });
}

function refuseResource({ status, ...reason }: Refusal): unknown {
  return Response.json({ error: reason }, { status });
}
