import type { CommonWords } from './common-words.ts';
import { Meilisearch, MeilisearchApiError, MeilisearchRequestError, MeilisearchRequestTimeOutError } from 'meilisearch';
import type { EnqueuedTask, Task } from 'meilisearch';
import type { LanguagesInUse } from './languages-in-use.ts';
import { EngineUnavailable } from '../engine-unavailable.ts';

/** What a key is for: it may do no more than that (keys.ts). */
export type Purpose = 'search' | 'indexing' | 'settings';

/** The key that was given sees tasks of several indexes or of none, which no key limited to indexes does. */
export type KeyHolder = Purpose | 'given';

/** How one server is reached, for one index. */
export type Connection = {
  readonly host: string;
  /** Uid of the index; `rebuiltUid` names the one that will take its place. */
  readonly index: string;
  /** For a single request. */
  readonly timeoutMs: number;
  /** When a question ends as a whole, whatever it has still to ask: ms of `performance.now`. */
  readonly deadline: number;
  readonly commonWords: CommonWords;
  readonly languages: LanguagesInUse;
  keys: Readonly<Record<KeyHolder, string>>;
};

/** Writes are large, and nobody sits and waits for them. */
const WRITE_TIMEOUT = 60_000;
/** A task waits for those before it, which may be a whole rebuild. */
const LONGEST_TASK = 30 * 60_000;
const FIRST_LOOK = 10;
const LONGEST_BETWEEN_LOOKS = 500;

export function rebuiltUid({ index }: Pick<Connection, 'index'>): string {
  return `${index}-rebuild`;
}

export function clientFor({ host, keys, timeoutMs }: Connection, purpose: KeyHolder): Meilisearch {
  return clientWith(host, keys[purpose], purpose === 'search' ? timeoutMs : Math.max(timeoutMs, WRITE_TIMEOUT));
}

export function clientWith(host: string, apiKey: string, timeout: number): Meilisearch {
  // It stands near: packing answers takes longer than sending them as they are.
  return new Meilisearch({ host, apiKey, timeout, requestInit: { headers: { 'Accept-Encoding': 'identity' } } });
}

/** Whatever goes wrong with a request comes out as `EngineUnavailable`. */
export async function ask<Answer>(request: () => Promise<Answer>): Promise<Answer> {
  try {
    return await request();
  } catch (error) {
    throw unavailable(error);
  }
}

function unavailable(error: unknown): Error {
  if (error instanceof EngineUnavailable) return error;
  if (error instanceof MeilisearchApiError) {
    const { response, cause } = error;
    return refusal({ status: response.status, code: cause?.code, retryAfter: response.headers.get('Retry-After') });
  }
  if (error instanceof MeilisearchRequestError) return isTimeout(error.cause) ? tookTooLong() : cannotBeReached();
  if (isTimeout(error)) return tookTooLong();
  // Its client reads every answer as JSON.
  if (error instanceof SyntaxError) return rubbish();
  return error instanceof Error ? error : new Error(String(error));
}

function isTimeout(error: unknown): boolean {
  if (error instanceof MeilisearchRequestTimeOutError) return true;
  return error instanceof Error && ['TimeoutError', 'AbortError'].includes(error.name);
}

export function tookTooLong(): EngineUnavailable {
  return new EngineUnavailable('timeout', 'Meilisearch did not answer in time');
}

export function cannotBeReached(): EngineUnavailable {
  return new EngineUnavailable('refused', 'Meilisearch cannot be reached, or the connection was cut');
}

export function rubbish(): EngineUnavailable {
  return new EngineUnavailable('rubbish', 'What answered is not Meilisearch, or does not answer as it should');
}

/** An answer that is none: its status, the code in its body, and what it says in `Retry-After`. */
type Refused = { status: number; code: unknown; retryAfter: string | null | undefined };

/** The server's own words may repeat what was asked, so that only its code is passed on. */
export function refusal({ status, code, retryAfter }: Refused): EngineUnavailable {
  const name = codeOf(code);
  const said = `Meilisearch answered ${status}${name === '' ? '' : ` (${name})`}`;
  if (status === 503 || status === 429) return new EngineUnavailable('busy', said, msOf(retryAfter));
  if (status === 408 || status === 504) return new EngineUnavailable('timeout', said);
  if (status === 401 || status === 403) return new EngineUnavailable('denied', said);
  if (status === 404) return new EngineUnavailable('missing', said);
  return new EngineUnavailable('failed', said);
}

/** A code is a fixed name; whatever is not one is left out. */
function codeOf(code: unknown): string {
  return typeof code === 'string' && /^[a-z_]{1,80}$/.test(code) ? code : '';
}

function msOf(retryAfter: string | null | undefined): number | null {
  const seconds = Number(retryAfter ?? NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1_000 : null;
}

/** The number of a task that was put in line. */
export async function enqueue(request: () => Promise<EnqueuedTask>): Promise<number> {
  const task = await ask(request);
  if (typeof (task as Partial<EnqueuedTask> | undefined)?.taskUid !== 'number') throw rubbish();
  return task.taskUid;
}

/** Waits until a task has ended. @throws EngineUnavailable when it did not succeed. */
export async function succeeded(connection: Connection, purpose: KeyHolder, taskUid: number): Promise<Task> {
  const client = clientFor(connection, purpose);
  const latest = performance.now() + LONGEST_TASK;
  for (let pause = FIRST_LOOK; ; pause = Math.min(pause * 1.5, LONGEST_BETWEEN_LOOKS)) {
    const signal = AbortSignal.timeout(Math.max(connection.timeoutMs, WRITE_TIMEOUT));
    const task = await ask(() => client.tasks.getTask(taskUid, { signal }));
    if (task.status === 'succeeded') return task;
    if (task.status === 'failed' || task.status === 'canceled') {
      const code = codeOf(task.error?.code);
      throw new EngineUnavailable(
        'failed',
        `Meilisearch: ${task.type} ${task.status}${code === '' ? '' : ` (${code})`}`,
      );
    }
    if (!['enqueued', 'processing'].includes(task.status)) throw rubbish();
    if (performance.now() > latest) throw new EngineUnavailable('timeout', `Meilisearch: ${task.type} takes too long`);
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

/** Puts a task in line and waits until it has succeeded. */
export async function done(
  connection: Connection,
  purpose: KeyHolder,
  request: (client: Meilisearch) => Promise<EnqueuedTask>,
): Promise<Task> {
  const client = clientFor(connection, purpose);
  return succeeded(connection, purpose, await enqueue(() => request(client)));
}

/** What its types say is a list may be anything when it is not Meilisearch that answers. */
export function isList(value: unknown): boolean {
  return Array.isArray(value);
}
