import { Agent as PlainAgent, request as plainRequest, type IncomingMessage } from 'node:http';
import { Agent as SecureAgent, request as secureRequest } from 'node:https';
import { cannotBeReached, refusal, rubbish, signalOf, tookTooLong, type Connection } from './connection.ts';

/** Ms for which a connection is kept that nobody uses: the server closes it after five seconds. */
const KEPT = 3_000;
const PLAIN = { request: plainRequest, agent: new PlainAgent({ keepAlive: true, timeout: KEPT }) };
const SECURE = { request: secureRequest, agent: new SecureAgent({ keepAlive: true, timeout: KEPT }) };

/**
 * Asks `path` with the key for searching and gives back what was answered. Past the server's own client, which asks by `fetch`: that costs four times the
 * processor's time, and a search asks four to eight times.
 *
 * @throws EngineUnavailable
 */
export async function postQuestion(connection: Connection, path: string, question: object): Promise<unknown> {
  const signal = signalOf(connection);
  const { status, text, retryAfter } = await send(connection, path, { body: JSON.stringify(question), signal });
  const answer = parse(text);
  if (status >= 200 && status < 300) return answer;
  throw refusal({ status, code: (answer as { code?: unknown } | null)?.code, retryAfter });
}

type Answered = { status: number; text: string; retryAfter: string | undefined };

function send(
  { host, keys }: Connection,
  path: string,
  { body, signal }: { body: string; signal: AbortSignal },
): Promise<Answered> {
  const url = new URL(path, host.endsWith('/') ? host : `${host}/`);
  const { request, agent } = url.protocol === 'https:' ? SECURE : PLAIN;
  const headers = {
    'Content-Type': 'application/json',
    'Content-Length': Buffer.byteLength(body),
    ...(keys.search !== '' && { Authorization: `Bearer ${keys.search}` }),
  };
  return new Promise((resolve, reject) => {
    const fail = () => reject(signal.aborted ? tookTooLong() : cannotBeReached());
    const asked = request(url, { method: 'POST', agent, headers, signal }, (response: IncomingMessage) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => (text += part));
      response.on('error', fail);
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, text, retryAfter: response.headers['retry-after'] }),
      );
    });
    asked.on('error', fail);
    asked.end(body);
  });
}

function parse(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    throw rubbish();
  }
}
