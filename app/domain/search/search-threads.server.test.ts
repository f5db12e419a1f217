import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeMember } from '#prisma/factories/member.ts';
import { makeReply, makeThread, makeTopic } from '#prisma/factories/thread.ts';
import { db } from '#app/platform/db.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import { postInThreadPath, threadPath } from '#app/platform/urls.ts';
import { GUEST, type Member } from '../identity/viewer.ts';
import { hidePost, restorePost } from '../moderation/hide-post.server.ts';
import { drainOutbox } from './drain-outbox.server.ts';
import { parseSearchRequest } from './schema.ts';
import { apiSearchResult, searchThreads } from './search-threads.server.ts';

let member: Member;
let moderator: Member;
let topic: string;
let thread: Awaited<ReturnType<typeof makeThread>>;
let reply: Awaited<ReturnType<typeof makeReply>>;

beforeAll(async () => {
  member = await makeMember();
  moderator = await makeMember({ role: 'moderator' });
});

beforeEach(async () => {
  topic = await makeTopic();
  thread = await makeThread(member, {
    topic,
    title: 'Quarrel over a borrowed harmonium',
    body: 'She keeps it in the attic.',
  });
  reply = await makeReply(member, thread.id, { body: 'Offer to tune it together, gently.' });
  await drainOutbox();
});

const search = (query: string, viewer: Parameters<typeof searchThreads>[0] = GUEST) =>
  searchThreads(viewer, parseSearchRequest(new URLSearchParams(`${query}&topic=${topic}`)));
const text = (parts: readonly { text: string }[] = []) => parts.map((part) => part.text).join('');

describe('what a hit leads to', () => {
  it('is the top of the thread where the title was found', async () => {
    const { hits, total } = await search('q=harmonum quarrel');
    expect(total).toBe(1);
    expect(hits[0]).toMatchObject({ threadId: thread.id, postNumber: 1, topic, url: threadPath(thread) });
  });

  it('is the post where its text was found', async () => {
    const [hit] = (await search('q=tune gently')).hits;
    expect(hit).toMatchObject({ postId: reply.postId, postNumber: 2, url: postInThreadPath(thread, 2) });
  });

  it('is in the API what its contract says, and nothing more', async () => {
    const [hit] = apiSearchResult(await search('q=harmonium')).hits;
    const fields = [
      'threadId',
      'postId',
      'postNumber',
      'title',
      'topic',
      'perspective',
      'kind',
      'snippet',
      'url',
      'externalRef',
    ];
    expect(Object.keys(hit ?? {}).sort()).toEqual(fields.sort());
  });
});

describe('changes', () => {
  it('a hidden reply is not found, and is again when it is restored', async () => {
    await hidePost(moderator, { id: reply.postId, reason: 'Names a person.' });
    await drainOutbox();
    expect((await search('q=gently')).total).toBe(0);
    expect((await search('q=harmonium')).facets.answered).toEqual({ no: 1 });
    await restorePost(moderator, { id: reply.postId, reason: 'It does not.' });
    await drainOutbox();
    expect((await search('q=gently')).total).toBe(1);
  });

  it('a hidden opening takes its whole thread out', async () => {
    await hidePost(moderator, { id: thread.openingId, reason: 'Names a person.' });
    await drainOutbox();
    expect((await search('q=gently')).total).toBe(0);
    expect((await search('q=harmonium')).facets.topic).not.toHaveProperty(topic);
  });

  it('a stale index shows neither what is hidden nor what was edited away', async () => {
    await hidePost(moderator, { id: reply.postId, reason: 'Names a person.' });
    await db.post.update({
      where: { id: thread.openingId },
      data: { text: 'She keeps it elsewhere.' },
      select: { id: true },
    });
    expect(await search('q=gently')).toMatchObject({ hits: [], total: 0 });
    const [hit] = (await search('q=attic')).hits;
    expect(text(hit?.snippet)).toMatch(/^She keeps it elsewhere\./);
  });

  it('among more changes than can be left out by name, what changed is not found and nothing is counted', async () => {
    await db.outbox.createMany({
      data: Array.from({ length: 501 }, () => ({ id: newId(), entity: 'post', entityId: newId() })),
    });
    expect((await search('q=gently')).hits).toHaveLength(1);
    await db.outbox.create({ data: { id: newId(), entity: 'post', entityId: reply.postId }, select: { id: true } });
    expect(await search('q=gently')).toMatchObject({ hits: [], total: 0, facets: { topic: {} } });
  });

  it('a thread in a topic for staff is in no index, even for staff', async () => {
    await db.topic.update({ where: { slug: topic }, data: { staffOnly: true }, select: { id: true } });
    expect((await search('q=harmonium')).hits).toEqual([]);
  });
});

it('what is written about who wrote is nowhere in the index', async () => {
  const signed = await makeThread(member, { topic, title: 'Another harmonium', as: 'pen-name' });
  await drainOutbox();
  const rows = await db.$queryRaw<{ row: string }[]>`
    SELECT to_jsonb(d)::text || to_jsonb(t)::text AS row
    FROM search_documents d JOIN search_texts t ON t.document_id = d.id WHERE d.thread_id IN (${thread.id}, ${signed.id})`;
  const personas = await db.persona.findMany({ select: { id: true, alias: true } });
  expect(rows).toHaveLength(3);
  for (const { row } of rows) {
    for (const secret of [member.penName, member.accountId, ...personas.flatMap(({ id, alias }) => [id, alias])]) {
      expect(row.toLowerCase()).not.toContain(secret.toLowerCase());
    }
  }
});
