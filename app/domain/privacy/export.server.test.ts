import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { again, makeMember } from '#prisma/factories/member.ts';
import { makeReply, makeThread, makeTopic } from '#prisma/factories/thread.ts';
import { logicalDump } from '#prisma/testing/logical-dump.ts';
import { newId } from '#app/platform/ids.server.ts';
import { FOLLOWING } from '../following/vaults.ts';
import { changeVault } from '../identity/vault.server.ts';
import type { Member } from '../identity/viewer.ts';
import { editAnyPost } from '../moderation/edit-any-post.server.ts';
import { flagPost } from '../moderation/flag-post.server.ts';
import { saveDraft } from '../posts/drafts.server.ts';
import { endorsePost } from '../posts/endorse-post.server.ts';
import { editPost } from '../posts/edit-post.server.ts';
import { editOpeningSchema, editReplySchema } from '../posts/schema.ts';
import { exportArchive } from './export-archive.server.ts';
import { exportSchema } from './export-shape.ts';

const ORIGIN = 'https://forum.test';

async function open(member: Member) {
  const files = unzipSync(await exportArchive(again(member), { origin: ORIGIN, language: 'en' }));
  const text = (name: string): string => strFromU8(files[name] ?? new Uint8Array());
  return {
    names: Object.keys(files).sort(),
    all: Object.keys(files).map(text).join('\n'),
    text,
    json: exportSchema.parse(JSON.parse(text('export.json'))),
  };
}

async function scene() {
  const [member, other, staff] = [await makeMember(), await makeMember(), await makeMember({ role: 'moderator' })];
  const topic = await makeTopic();
  const mine = await makeThread(member, { topic, title: 'Ferns', body: 'First words.', situation: 'On a Monday.' });
  const question = 'Why?';
  const input = { title: 'Ferns again', body: 'Second words.', question, version: '1', reason: 'clearer' };
  await editPost(again(member), { id: mine.openingId, input: editOpeningSchema.parse(input) });
  const theirs = await makeThread(other, { topic, title: 'Of somebody else', body: 'Canary of the other.' });
  const reply = await makeReply(again(member), theirs.id, {
    as: 'pen-name',
    body: '# Not a heading\n\nIn my *name*.',
    quoteOf: theirs.openingId,
  });
  await makeReply(again(other), mine.id, { body: 'Canary of an answer.' });
  await makeReply(again(other), theirs.id, { as: 'pen-name', confirmSwitch: 'on', body: 'Canary in a name.' });
  const edit = editReplySchema.parse({ version: '1', body: 'In my name.', reason: 'shorter' });
  await editAnyPost(staff, { id: reply.postId, input: edit });
  await saveDraft(member, { number: null, threadId: theirs.id, typed: { body: 'Not yet said.' } });
  await changeVault(member, FOLLOWING, (content) => ({ ...content, followed: [theirs.id] }));
  await flagPost(again(member), { postId: theirs.openingId, input: { reason: 'other', note: 'Look here.' } });
  await endorsePost(again(member), { postId: theirs.openingId, chair: 'client', language: 'en' });
  await endorsePost(other, { postId: reply.postId, chair: 'practitioner', language: 'en' });
  await flagPost(other, { postId: reply.postId, input: { reason: 'other', note: 'Canary of a flag.' } });
  return { member, other, staff, mine, theirs, reply };
}

it('holds everything the member wrote, in JSON of the documented shape', async () => {
  const { member, mine, theirs, reply } = await scene();
  const { json } = await open(member);
  expect(json.account).toMatchObject({ penName: member.penName, role: 'member', hasSecondFactor: false });
  const [opening, answer] = [mine.openingId, reply.postId].map((id) => json.posts.find((post) => post.id === id));
  expect(opening).toMatchObject({
    as: { kind: 'persona', name: expect.stringMatching(/^\w+ \w+/) },
    body: 'Second words.',
    opening: { title: 'Ferns again', question: 'Why?' },
    versions: [
      { version: 1, by: 'author', body: 'First words.', opening: { title: 'Ferns', situation: 'On a Monday.' } },
      { version: 2, by: 'author', body: 'Second words.', reason: 'clearer' },
    ],
  });
  expect(answer).toMatchObject({
    as: { kind: 'pen-name', name: member.penName },
    answers: { postId: theirs.openingId, number: 1 },
    body: 'In my name.',
    opening: null,
    versions: [{ body: '# Not a heading\n\nIn my *name*.' }, { by: 'moderator', body: null, reason: 'shorter' }],
  });
  expect(json.drafts).toMatchObject([{ threadId: theirs.id, fields: { body: 'Not yet said.' } }]);
  expect(json.vaults).toMatchObject({ following: { followed: [theirs.id] } });
  expect(json.endorsements).toEqual([{ postId: theirs.openingId, chair: 'client' }]);
  expect(json.flags).toMatchObject([{ postId: theirs.openingId, note: 'Look here.' }]);
  expect(json.threads.map(({ id, startedByMe }) => [id, startedByMe]).sort()).toEqual(
    [
      [mine.id, true],
      [theirs.id, false],
    ].sort(),
  );
});

it('holds of others the titles of their threads and nothing more', async () => {
  const { member, other, staff } = await scene();
  const { all } = await open(member);
  expect(all).toContain('Of somebody else');
  for (const canary of ['Canary', other.penName, other.accountId, staff.penName, staff.accountId, member.accountId]) {
    expect(all).not.toContain(canary);
  }
});

it('has a file to read for each thread, and says at the top what it gives away', async () => {
  const { member, mine, theirs } = await scene();
  const { names, text } = await open(member);
  const files = names.filter((name) => name.startsWith('threads/'));
  expect(names).toEqual(['export.json', 'read-me.md', ...files]);
  expect(files).toHaveLength(2);
  const own = text(files.find((name) => name.includes(mine.id))!);
  expect(own).toMatch(/^# Ferns again\n\n<https:\/\/forum\.test\/threads\/\w+\/ferns-again>\n/);
  expect(own).toMatch(/## Post 1 · anonymously, as \w+ \w+/);
  for (const words of ['Second words.', '### Earlier version, number 1', '**Title:** Ferns', 'First words.']) {
    expect(own).toContain(words);
  }
  const answered = text(files.find((name) => name.includes(theirs.id))!);
  expect(answered).toContain(`under your pen name, ${member.penName}`);
  expect(answered).toContain('in reply to post 1');
  expect(text('read-me.md')).toContain('This archive says which anonymous posts are yours.');
});

it('is in the order of random ids, and leaves no row behind', async () => {
  const member = await makeMember();
  const topic = await makeTopic();
  for (let i = 0; i < 8; i++) await makeThread({ ...member, sessionKey: newId() }, { topic });
  const before = await logicalDump();
  const { json } = await open(member);
  for (const rows of [json.posts, json.threads]) {
    const ids = rows.map(({ id }) => id);
    expect(ids).toHaveLength(8);
    expect(ids).toEqual([...ids].sort());
  }
  expect(await logicalDump()).toBe(before);
});
