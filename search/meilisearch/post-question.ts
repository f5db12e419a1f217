import { Agent as PlainAgent, request as plainRequest, type IncomingMessage } from 'node:http';
import { Agent as SecureAgent, request as secureRequest } from 'node:https';
import { cannotBeReached, refusal, rubbish, tookTooLong, type Connection } from './connection.ts';

/** Ms for which a connection is kept that nobody uses: the server closes it after five seconds. */
const KEPT = 3_000;
const PLAIN = { request: plainRequest, agent: new PlainAgent({ keepAlive: true, timeout: KEPT }) };
const SECURE = { request: secureRequest, agent: new SecureAgent({ keepAlive: true, timeout: KEPT }) };

/**
 * Asks `path` with the key for searching and gives back what was answered. Past the server's own client, which asks by `fetch`: that costs four times the
 * processor's time, and a search asks three times.
 *
 * @throws EngineUnavailable
 */
export async function postQuestion(connection: Connection, path: string, question: object): Promise<unknown> {
  const { status, text, retryAfter } = await send(connection, path, JSON.stringify(question));
  const answer = parse(text);
  if (status >= 200 && status < 300) return answer;
  throw refusal({ status, code: (answer as { code?: unknown } | null)?.code, retryAfter });
}

type Answered = { status: number; text: string; retryAfter: string | undefined };

function send(connection: Connection, path: string, body: string): Promise<Answered> {
  const { host, keys, timeoutMs, deadline } = connection;
  const url = new URL(path, host.endsWith('/') ? host : `${host}/`);
  const { request, agent } = url.protocol === 'https:' ? SECURE : PLAIN;
  const headers = {
    'Content-Type': 'application/json',
    'Content-Length': Buffer.byteLength(body),
    ...(keys.search !== '' && { Authorization: `Bearer ${keys.search}` }),
  };
  return new Promise((resolve, reject) => {
    const asked = request(url, { method: 'POST', agent, headers }, (response: IncomingMessage) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => (text += part));
      response.on('error', fail);
      response.on('end', () => {
        clearTimeout(timer);
        resolve({ status: response.statusCode ?? 0, text, retryAfter: response.headers['retry-after'] });
      });
    });
    const fail = (): void => {
      clearTimeout(timer);
      reject(cannotBeReached());
    };
    // A timer of our own: a signal that ends a request costs as much as the request.
    const timer = setTimeout(
      () => {
        reject(tookTooLong());
        asked.destroy();
      },
      Math.min(timeoutMs, deadline - performance.now()),
    );
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
