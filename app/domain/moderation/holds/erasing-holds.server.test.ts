import { afterEach, beforeEach, expect, it } from 'vitest';
import { again, makeMember } from '#prisma/factories/member.ts';
import { makeReply, makeThread, makeTopic, replyInput } from '#prisma/factories/thread.ts';
import { wordsHeld } from '#prisma/testing/logical-dump.ts';
import { db } from '#app/platform/db.server.ts';
import { collectExport } from '../../privacy/collect-export.server.ts';
import { erasePost } from '../../privacy/erase-post.server.ts';
import { exportSchema } from '../../privacy/export-shape.ts';
import { addWordRule, listWordRules, removeWordRule } from '../word-rules/word-rules.server.ts';
import { editOwnPost } from './edit-own-post.server.ts';
import { publishReply } from './publish.server.ts';

const root = await makeMember({ role: 'administrator' });
const topic = await makeTopic();

beforeEach(() => addWordRule(root, { pattern: 'zqsesame*', effect: 'hold', note: null }));
afterEach(async () => {
  for (const { id } of await listWordRules(root)) await removeWordRule(root, id);
});

/** Somebody with a held post, and with a published one whose edit waits. */
async function scene() {
  const member = await makeMember();
  const thread = await makeThread(await makeMember(), { topic });
  const held = await publishReply(member, { threadId: thread.id, input: replyInput({ body: 'zqsesame zqheldqz' }) });
  if (held.kind !== 'replied') throw new Error(held.kind);
  const { postId } = await makeReply(again(member), thread.id, { body: 'Published.' });
  const input = { body: 'zqsesame zqeditqz', version: 1, reason: 'zqwhyqz', publicDiff: false };
  expect(await editOwnPost(again(member), { id: postId, input })).toEqual({ kind: 'waits' });
  return { member, heldId: held.postId, postId };
}

it('erasing a post takes along why it was held and what waited beside it, to the last word', async () => {
  const { member, heldId, postId } = await scene();
  for (const id of [heldId, postId]) await erasePost(again(member), { id });
  const about = { postId: { in: [heldId, postId] } };
  expect(await db.hold.count({ where: about })).toBe(0);
  expect(await db.pendingEdit.count({ where: about })).toBe(0);
  const items = await db.queueItem.findMany({ where: about });
  expect(items.map(({ outcome }) => outcome)).toEqual(['dismissed', 'dismissed']);
  expect(await wordsHeld(['zqheldqz', 'zqeditqz', 'zqwhyqz'])).toEqual([]);
});

it('the export holds one’s own held posts and waiting edits, and nobody else’s', async () => {
  const { member, heldId, postId } = await scene();
  const exported = exportSchema.parse(await collectExport(again(member), { origin: 'https://forum.test' }));
  expect(exported.posts.find(({ id }) => id === heldId)).toMatchObject({ state: 'held', body: 'zqsesame zqheldqz' });
  expect(exported.posts.find(({ id }) => id === postId)).toMatchObject({
    body: 'Published.',
    pendingEdit: { fromVersion: 1, body: 'zqsesame zqeditqz', reason: 'zqwhyqz', sentBackReason: null, opening: null },
  });
  const other = await collectExport(await makeMember(), { origin: 'https://forum.test' });
  expect(JSON.stringify(other)).not.toContain('zqsesame');
});
