import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

export type Asked = { method: string; path: string; body: unknown; key: string };
/** What the fake answers to a request: a status and a body (JSON unless it is a text), or what it does with the connection: `stall` begins an answer. */
export type Answer =
  { status?: number; body?: unknown; headers?: Record<string, string> } | 'cut' | 'silence' | 'stall';
type Answers = (asked: Asked) => Answer | undefined;

/** Something that listens where a Meilisearch would, writes down what it is asked, and answers as a test tells it to. */
export async function startFakeMeilisearch(): Promise<{
  host: string;
  asked: Asked[];
  answerBy(answers: Answers): void;
  stop(): Promise<void>;
}> {
  const asked: Asked[] = [];
  let answers: Answers = () => undefined;
  const server = createServer((request, response) => {
    void readAll(request).then((text) => {
      const { method = '', url = '', headers } = request;
      const key = (headers.authorization ?? '').replace('Bearer ', '');
      const one = { method, path: url, body: text === '' ? undefined : (JSON.parse(text) as unknown), key };
      asked.push(one);
      give(response, answers(one) ?? usual(one));
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  return {
    host: `http://127.0.0.1:${port}`,
    asked,
    answerBy: (given) => {
      answers = given;
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function readAll(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) text += String(chunk);
  return text;
}

function give(response: ServerResponse, answer: Answer): void {
  if (answer === 'silence') return;
  if (answer === 'stall') {
    response.writeHead(200, { 'Content-Type': 'application/json' }).write('{"results":[');
    return;
  }
  if (answer === 'cut') {
    response.destroy();
    return;
  }
  const { status = 200, body = {}, headers = {} } = answer;
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(text);
}

/** What a server without any trouble answers, in the shapes that it documents. */
function usual({ method, path, body }: Asked): Answer {
  if (path === '/version') return { body: { commitSha: 'x', commitDate: 'x', pkgVersion: '1.50.0' } };
  if (path.startsWith('/tasks/')) {
    return { body: { uid: 1, status: 'succeeded', type: 'documentAdditionOrUpdate', error: null } };
  }
  if (path === '/multi-search') {
    const { queries } = body as { queries: unknown[] };
    const empty = { hits: [], totalHits: 0, facetDistribution: {}, processingTimeMs: 0 };
    return { body: { results: queries.map(() => empty) } };
  }
  if (path.endsWith('/documents/fetch')) return { body: { results: [], offset: 0, limit: 20, total: 0 } };
  if (path.endsWith('/stats')) return { body: { numberOfDocuments: 0, isIndexing: false, fieldDistribution: {} } };
  if (method === 'GET') return { body: {} };
  return { status: 202, body: { taskUid: 1, indexUid: 'posts', status: 'enqueued', type: 'x', enqueuedAt: 'x' } };
}
