import type { AppLoadContext } from '@remix-run/node';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { makeContext } from '#prisma/factories/context.ts';
import { makeMember } from '#prisma/factories/member.ts';
import { makeReply, makeThread, makeTopic } from '#prisma/factories/thread.ts';
import { GUEST, type Viewer } from '#app/domain/identity/viewer.ts';
import { hidePost } from '#app/domain/moderation/hide-post.server.ts';
import { drainOutbox } from '#app/domain/search/drain-outbox.server.ts';
import { DomainError } from '#app/platform/errors.ts';
import { loader as otherLoader } from '../api.v1.$.ts';
import { loader as openApiLoader } from '../api.v1.openapi[.]json.ts';
import { loader as postLoader } from '../api.v1.posts.$id.ts';
import { loader as searchLoader } from '../api.v1.search.ts';
import { loader as threadLoader } from '../api.v1.threads.$id.ts';
import { loader as threadsLoader } from '../api.v1.threads._index.ts';
import { loader as topicsLoader } from '../api.v1.topics.ts';
import {
  errorSchema,
  postAnswerSchema,
  searchAnswerSchema,
  threadAnswerSchema,
  threadListSchema,
  topicsAnswerSchema,
} from './answers.ts';

const ORIGIN = 'https://forum.test';

type Loader = typeof threadsLoader;
type Asked = { query?: string; id?: string; viewer?: Viewer; limit?: AppLoadContext['limit'] };

async function ask(loader: Loader, { query = '', id, viewer = GUEST, limit = async () => {} }: Asked = {}) {
  const context = makeContext(ORIGIN, { viewer, limit });
  const params = id === undefined ? {} : { id };
  const response = await loader({ request: new Request(`${ORIGIN}/api/v1/x?${query}`), params, context });
  return { status: response.status, headers: response.headers, body: (await response.json()) as unknown };
}

async function scene() {
  const [author, answerer, moderator] = [
    await makeMember(),
    await makeMember(),
    await makeMember({ role: 'moderator' }),
  ];
  const topic = await makeTopic();
  const thread = await makeThread(author, { topic, title: 'Lateness', contentWarning: 'Grief' });
  const kept = await makeReply(answerer, thread.id, {
    body: '*Ask* <b>her</b>',
    perspective: 'therapist',
    as: 'pen-name',
  });
  const removed = await makeReply(author, thread.id, { body: 'Her name is canary.', quoteOf: kept.postId });
  await hidePost(moderator, { id: removed.postId, reason: 'A name' });
  return { author, answerer, moderator, topic, thread, kept, removed };
}

describe('threads', () => {
  it('are listed as the contract says, and no field more', async () => {
    const { topic, thread } = await scene();
    const { status, headers, body } = await ask(threadsLoader, { query: `topic=${topic}` });
    expect(status).toBe(200);
    expect(headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(threadListSchema.parse(body)).toMatchObject({
      threads: [{ id: thread.id, title: 'Lateness', topic, kind: 'dilemma', replies: 1, externalRef: null }],
      next: null,
    });
  });

  it('are listed page by page', async () => {
    const author = await makeMember();
    const topic = await makeTopic();
    const ids = [];
    for (let index = 0; index < 3; index++) ids.push((await makeThread(author, { topic })).id);
    const first = threadListSchema.parse((await ask(threadsLoader, { query: `topic=${topic}&limit=2` })).body);
    const after = encodeURIComponent(first.next ?? '');
    const second = threadListSchema.parse(
      (await ask(threadsLoader, { query: `topic=${topic}&limit=2&after=${after}` })).body,
    );
    expect([...first.threads, ...second.threads].map(({ id }) => id).sort()).toEqual(ids.sort());
    expect(second.next).toBeNull();
  });

  it('come with their published posts', async () => {
    const { thread, answerer, kept } = await scene();
    const { body } = await ask(threadLoader, { id: thread.id });
    const answer = threadAnswerSchema.parse(body);
    expect(answer.thread).toMatchObject({ contentWarning: 'Grief', question: 'What would you do?', locked: false });
    expect(answer.posts.map(({ number }) => number)).toEqual([1, 2]);
    expect(answer.posts[1]).toMatchObject({
      id: kept.postId,
      author: { kind: 'pen', name: answerer.penName },
      html: '<p><em>Ask</em> &lt;b&gt;her&lt;/b&gt;</p>\n',
      text: 'Ask <b>her</b>',
      url: `${ORIGIN}/posts/${kept.postId}`,
    });
  });

  it('show a signed-in moderator what they show everybody', async () => {
    const { thread, moderator, removed } = await scene();
    expect((await ask(threadLoader, { id: thread.id, viewer: moderator })).body).toEqual(
      (await ask(threadLoader, { id: thread.id })).body,
    );
    expect((await ask(postLoader, { id: removed.postId, viewer: moderator })).status).toBe(404);
  });

  it('name no account behind an anonymous post', async () => {
    const { thread, author } = await scene();
    const { body } = await ask(threadLoader, { id: thread.id });
    expect(JSON.stringify(body)).not.toContain(author.penName);
    expect(JSON.stringify(body)).not.toContain(author.accountId);
    expect(JSON.stringify(body)).not.toContain('canary');
  });
});

describe('posts and topics', () => {
  it('gives a post with its thread', async () => {
    const { thread, kept } = await scene();
    expect(postAnswerSchema.parse((await ask(postLoader, { id: kept.postId })).body)).toMatchObject({
      post: { number: 2, quoteOf: null },
      thread: { id: thread.id, url: `${ORIGIN}/threads/${thread.id}/${thread.slug}` },
    });
  });

  it('names topics in the language that was asked for', async () => {
    await makeTopic();
    const { groups } = topicsAnswerSchema.parse((await ask(topicsLoader, { query: 'language=nb' })).body);
    expect(groups.length).toBeGreaterThan(0);
  });
});

describe('search', () => {
  it('answers in the form of the contract', async () => {
    const { status, body } = await ask(searchLoader, { query: 'q=late&topic=a&topic=b' });
    expect(status).toBe(200);
    expect(searchAnswerSchema.parse(body)).toMatchObject({ query: 'late', page: 1 });
  });

  it('finds what may be read, with its address', async () => {
    const { topic, thread, kept } = await scene();
    await drainOutbox();
    const { body } = await ask(searchLoader, { query: `q=ask+her&topic=${topic}` });
    expect(searchAnswerSchema.parse(body).hits).toMatchObject([
      { threadId: thread.id, postId: kept.postId, topic, url: `${ORIGIN}/threads/${thread.id}/${thread.slug}#post-2` },
    ]);
    expect((await ask(searchLoader, { query: `q=canary&topic=${topic}` })).body).toMatchObject({ total: 0, hits: [] });
  });

  it('says when to come back', async () => {
    const limit = () => Promise.reject(new DomainError('too-many', 'Too many searches', { retryAfter: 7 }));
    const { status, headers, body } = await ask(searchLoader, { query: 'q=late', limit });
    expect(status).toBe(429);
    expect(headers.get('Retry-After')).toBe('7');
    expect(errorSchema.parse(body).error.code).toBe('too-many');
  });
});

describe('a question that makes no sense', () => {
  it.each([
    'limit=0',
    'limit=51',
    'limit=-1',
    'limit=1e1',
    'limit=NaN',
    'limit=',
    'limit=1&limit=2',
    'limit[]=1',
    'sort=best',
    'x=1',
    '__proto__=1',
  ])('is refused: threads?%s', async (query) => {
    const { status, body } = await ask(threadsLoader, { query });
    expect(status).toBe(400);
    expect(errorSchema.parse(body).error.code).toBe('bad-request');
  });

  it.each(['after=-1', 'after=1e9', 'after=NaN', 'after=0x1', 'after=99999999999', 'language=xx'])(
    'is refused: threads/ID?%s',
    async (query) => {
      const { thread } = await scene();
      expect((await ask(threadLoader, { id: thread.id, query })).status).toBe(400);
    },
  );

  it.each(['after=-1', 'after=1e9', 'after=NaN', "after='--"])('is refused: threads?%s', async (query) => {
    expect((await ask(threadsLoader, { query })).status).toBe(400);
  });

  it.each(['page=0', 'page=-1', 'limit=51', 'sort=best', 'since=ever', `q=${'a'.repeat(501)}`])(
    'is refused: search?%s',
    async (query) => {
      expect((await ask(searchLoader, { query })).status).toBe(400);
    },
  );

  it('is not found, whether it never was or is nobody’s to read', async () => {
    for (const [loader, id] of [
      [threadLoader, 'aaaaaaaaaaaaaaaa'],
      [postLoader, 'none'],
      [otherLoader, 'x'],
    ] as const) {
      const { status, body } = await ask(loader, { id });
      expect(status).toBe(404);
      expect(errorSchema.parse(body).error.code).toBe('not-found');
    }
  });
});

describe('the description', () => {
  it('names every address, and every schema it refers to', async () => {
    const { body } = await ask(openApiLoader);
    const { paths, components } = z
      .object({
        paths: z.record(z.string(), z.unknown()),
        components: z.object({ schemas: z.record(z.string(), z.unknown()) }),
      })
      .parse(body);
    expect(Object.keys(paths).sort()).toEqual(
      ['posts/{id}', 'search', 'threads', 'threads/{id}', 'topics'].map((path) => `/api/v1/${path}`),
    );
    const references = [...JSON.stringify(body).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(
      ([, name]) => name,
    );
    expect(new Set(references)).toEqual(new Set(Object.keys(components.schemas)));
  });
});
