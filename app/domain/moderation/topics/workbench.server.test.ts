import { describe, expect, it } from 'vitest';
import { makeMember } from '#prisma/factories/member.ts';
import { makeThread, makeTopic, threadInput } from '#prisma/factories/thread.ts';
import { db } from '#app/platform/db.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import { GUEST } from '../../identity/viewer.ts';
import { listThreads } from '../../threads/list-threads.server.ts';
import { startThread } from '../../threads/start-thread.server.ts';
import { findMovedTopic } from '../../topics/find-moved-topic.server.ts';
import { getTopic } from '../../topics/get-topic.server.ts';
import { listNamedTopics } from '../../topics/list-named-topics.server.ts';
import { listTopicGroups } from '../../topics/list-topic-groups.server.ts';
import { topicSchema } from './schema.ts';
import { actOnGroup, actOnTopic, getTopicForEdit, listAllTopics, saveTopic } from './workbench.server.ts';

const administrator = await makeMember({ role: 'administrator' });

async function topicWith(slug?: string) {
  const made = slug ?? (await makeTopic());
  const { id, groupId } = await db.topic.findUniqueOrThrow({
    where: { slug: made },
    select: { id: true, groupId: true },
  });
  return { id, groupId: groupId ?? '', slug: made };
}

function input(given: Record<string, string>) {
  const words = { nameEn: 'Letters', nameNb: 'Brev', descriptionEn: 'About letters.', synonymsEn: 'post\n mail \n\n' };
  return topicSchema.parse({ slug: `topic-${newId()}`, ...words, ...given });
}

const act = (id: string, intent: 'up' | 'down' | 'retire' | 'reuse' | 'merge', into: string | null = null) =>
  actOnTopic(administrator, { id, act: { intent, into } });

describe('a topic on the workbench', () => {
  it('is made in its group, in both languages, after those already there', async () => {
    const { groupId } = await topicWith();
    const made = input({ groupId });
    expect(await saveTopic(administrator, { id: null, input: made })).toEqual({ kind: 'made' });
    const group = (await listAllTopics(administrator)).find(({ id }) => id === groupId);
    expect(group?.topics.at(-1)).toMatchObject({
      slug: made.slug,
      texts: { en: { name: 'Letters', synonyms: ['post', 'mail'] }, nb: { name: 'Brev', synonyms: [] } },
    });
  });

  it('is offered by all its names, those of the reader’s language first', async () => {
    const { groupId } = await topicWith();
    const made = input({ groupId, synonymsNb: 'post' });
    await saveTopic(administrator, { id: null, input: made });
    const offered = (await listNamedTopics(administrator, 'nb')).find(({ slug }) => slug === made.slug);
    expect(offered).toEqual({ slug: made.slug, names: ['Brev', 'post', 'Letters', 'post', 'mail'] });
  });

  it('keeps its earlier addresses when it is renamed, and search hears of its threads', async () => {
    const topic = await topicWith();
    const thread = await makeThread(await makeMember(), { topic: topic.slug });
    await db.outbox.deleteMany();
    const rename = async (slug: string) => {
      const { version } = await getTopicForEdit(administrator, topic.id);
      return saveTopic(administrator, { id: topic.id, input: input({ slug, groupId: topic.groupId, version }) });
    };
    const [second, third] = [`second-${newId()}`, `third-${newId()}`];
    expect(await rename(second)).toEqual({ kind: 'edited' });
    expect(await db.outbox.count({ where: { entity: 'thread', entityId: thread.id } })).toBe(1);
    await rename(third);
    expect(await findMovedTopic(topic.slug)).toBe(third);
    expect(await findMovedTopic(second)).toBe(third);
    expect((await getTopic(GUEST, { slug: third, language: 'nb' })).name).toBe('Brev');
    // Back to a name it had: that address is its own again.
    expect(await rename(second)).toEqual({ kind: 'edited' });
    expect(await findMovedTopic(second)).toBeNull();
  });

  it('cannot take an address that is or was another’s', async () => {
    const [one, other] = [await topicWith(), await topicWith()];
    const refused = { kind: 'refused', field: 'slug', fault: 'faults.topicSlugTaken' };
    const take = async (slug: string) => {
      const { version } = await getTopicForEdit(administrator, one.id);
      return saveTopic(administrator, { id: one.id, input: input({ slug, groupId: one.groupId, version }) });
    };
    expect(await take(other.slug)).toEqual(refused);
    const { version } = await getTopicForEdit(administrator, other.id);
    await saveTopic(administrator, { id: other.id, input: input({ groupId: other.groupId, version }) });
    expect(await take(other.slug)).toEqual(refused);
    expect(
      await saveTopic(administrator, { id: null, input: input({ slug: other.slug, groupId: one.groupId }) }),
    ).toEqual(refused);
  });

  it('of two administrators at once the later is told, and nothing of theirs is written', async () => {
    const topic = await topicWith();
    const { version } = await getTopicForEdit(administrator, topic.id);
    const save = (nameEn: string) =>
      saveTopic(administrator, {
        id: topic.id,
        input: input({ slug: topic.slug, groupId: topic.groupId, version, nameEn }),
      });
    const results = await Promise.allSettled([save('First'), save('Second')]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'conflict' } });
  });

  it('moves up and down among its siblings, and stays at the ends', async () => {
    const { groupId, id } = await topicWith();
    for (const slug of ['b', 'c'])
      await saveTopic(administrator, { id: null, input: input({ groupId, slug: `${slug}-${newId()}` }) });
    const order = async () =>
      (await listAllTopics(administrator)).find((group) => group.id === groupId)?.topics.map((topic) => topic.id);
    const [first, second, third] = (await order()) ?? [];
    await act(id, 'up');
    expect(await order()).toEqual([first, second, third]);
    await act(id, 'down');
    expect(await order()).toEqual([second, first, third]);
    await act(third ?? '', 'up');
    expect(await order()).toEqual([second, third, first]);
  });

  it('out of use takes no new threads and keeps those it has', async () => {
    const { id, slug } = await topicWith();
    const member = await makeMember();
    await makeThread(member, { topic: slug });
    const isOffered = async () => (await listNamedTopics(member, 'en')).some((topic) => topic.slug === slug);
    expect(await isOffered()).toBe(true);
    await act(id, 'retire');
    expect(await isOffered()).toBe(false);
    const refused = { kind: 'refused', field: 'topic', fault: 'faults.topicUnknown' };
    expect(await startThread(await makeMember(), threadInput({ topic: slug }))).toEqual(refused);
    expect((await listThreads(GUEST, { topic: slug, language: 'en' })).threads).toHaveLength(1);
    const groups = await listTopicGroups(GUEST, 'en');
    expect(groups.flatMap(({ topics }) => topics).find((topic) => topic.slug === slug)).toMatchObject({
      isRetired: true,
    });
    await act(id, 'reuse');
    expect(await startThread(await makeMember(), threadInput({ topic: slug }))).toMatchObject({ kind: 'started' });
  });

  it('is left out with its whole group, and brought back with it', async () => {
    const [first, other] = [await topicWith(), await topicWith()];
    const offered = async () => (await listNamedTopics(administrator, 'en')).map(({ slug }) => slug);
    await actOnGroup(administrator, { id: first.groupId, act: 'retire' });
    expect(await offered()).not.toContain(first.slug);
    expect(await offered()).toContain(other.slug);
    await actOnGroup(administrator, { id: first.groupId, act: 'reuse' });
    expect(await offered()).toContain(first.slug);
    await expect(actOnGroup(administrator, { id: first.id, act: 'retire' })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('merged into another leaves its threads and all its addresses there', async () => {
    const [from, into] = [await topicWith(), await topicWith()];
    const thread = await makeThread(await makeMember(), { topic: from.slug });
    const { version } = await getTopicForEdit(administrator, from.id);
    const renamed = input({ groupId: from.groupId, version });
    await saveTopic(administrator, { id: from.id, input: renamed });
    await db.outbox.deleteMany();
    await act(from.id, 'merge', into.id);
    const { threads } = await listThreads(GUEST, { topic: into.slug, language: 'en' });
    expect(threads.map(({ id }) => id)).toEqual([thread.id]);
    expect(await findMovedTopic(from.slug)).toBe(into.slug);
    expect(await findMovedTopic(renamed.slug)).toBe(into.slug);
    expect(await db.outbox.count({ where: { entityId: thread.id } })).toBe(1);
  });

  it('is not merged with itself, a group, or one out of use: nothing is half-done', async () => {
    const [one, other] = [await topicWith(), await topicWith()];
    await act(other.id, 'retire');
    for (const into of [one.id, one.groupId, other.id]) {
      await expect(act(one.id, 'merge', into)).rejects.toMatchObject({ code: 'conflict' });
    }
    await expect(act(one.id, 'merge', newId())).rejects.toMatchObject({ code: 'not-found' });
    expect(await getTopicForEdit(administrator, one.id)).toMatchObject({ slug: one.slug });
  });
});

it('is for administrators alone', async () => {
  const { id, groupId } = await topicWith();
  for (const role of ['member', 'moderator'] as const) {
    const member = await makeMember({ role });
    const attempts = [
      () => listAllTopics(member),
      () => saveTopic(member, { id: null, input: input({}) }),
      () => actOnTopic(member, { id, act: { intent: 'retire', into: null } }),
      () => actOnGroup(member, { id: groupId, act: 'retire' }),
    ];
    for (const attempt of attempts) await expect(attempt()).rejects.toMatchObject({ code: 'not-allowed' });
  }
});
