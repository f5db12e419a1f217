import { describe, expect, it } from 'vitest';
import { makeContext } from '#prisma/factories/context.ts';
import { again, makeMember } from '#prisma/factories/member.ts';
import { makeReply, makeThread, makeTopic } from '#prisma/factories/thread.ts';
import { logicalDump, wordsHeld } from '#prisma/testing/logical-dump.ts';
import { db } from '#app/platform/db.server.ts';
import { loader as apiPost } from '#app/routes/api.v1.posts.$id.ts';
import { loader as apiSearch } from '#app/routes/api.v1.search.ts';
import { loader as apiThread } from '#app/routes/api.v1.threads.$id.ts';
import { loader as latestFeed } from '#app/routes/feeds.latest[.]atom.ts';
import { loader as logFeed } from '#app/routes/feeds.moderation-log[.]atom.ts';
import { loader as threadFeed } from '#app/routes/feeds.threads.$file.ts';
import { GUEST, type Member } from '../../identity/viewer.ts';
import { editPost } from '../../posts/edit-post.server.ts';
import { getPost } from '../../posts/get-post.server.ts';
import { getPostForEdit } from '../../posts/get-post-for-edit.server.ts';
import { listPosts } from '../../posts/list-posts.server.ts';
import { listRevisions } from '../../posts/list-revisions.server.ts';
import { refreshStaleHtml } from '../../posts/refresh-stale-html.server.ts';
import { editOpeningSchema, editReplySchema } from '../../posts/schema.ts';
import { collectExport } from '../../privacy/collect-export.server.ts';
import { drainOutbox } from '../../search/drain-outbox.server.ts';
import { verifyIndex } from '../../search/verify-index.server.ts';
import { listThreads } from '../../threads/list-threads.server.ts';
import { editAnyPost } from '../edit-any-post.server.ts';
import { flagPost } from '../flag-post.server.ts';
import { approvePendingEdit, keepPendingEdit } from '../holds/pending-edit.server.ts';
import { lockThread } from '../lock-thread.server.ts';
import { lookForPassage, redactPost } from './redact-post.server.ts';
import type { RedactInput } from './schema.ts';

const topic = await makeTopic();
const staff = await makeMember({ role: 'moderator' });
const ORIGIN = 'https://forum.test';
const BAR = '<span class="redacted">[name removed]</span>';

let made = 0;
/** A word that nobody has ever written. */
const word = (): string => `Zq${'abcdefghij'.charAt(made % 10)}${'klmnopqrst'.charAt(made++ / 10)}qz`;

const inputOf = (passage: string, given: Partial<RedactInput> = {}): RedactInput => ({
  ...{
    passage,
    kind: 'name',
    reason: null,
    otherCapitals: false,
    insideWords: false,
    lookedFor: '',
    seen: '',
    also: [],
  },
  ...given,
});

/** What a moderator does: looks, and with all that was ticked goes on. */
async function redact(id: string, passage: string, given: Partial<RedactInput> = {}) {
  const looked = await lookForPassage(again(staff), { id, input: inputOf(passage, given) });
  if (looked.kind !== 'looked') return looked;
  const { lookedFor, seen, others } = looked.look;
  const also = given.also ?? others.filter(({ isTicked }) => isTicked).map(({ number }) => number);
  return redactPost(again(staff), { id, input: inputOf(passage, { ...given, lookedFor, seen, also }) });
}

/** A thread with one reply of the given text. */
async function replySaying(body: string, given: Record<string, unknown> = {}) {
  const [author, starter] = [await makeMember(), await makeMember()];
  const thread = await makeThread(starter, { topic, ...given });
  const { postId: id, number } = await makeReply(again(author), thread.id, { body });
  return { author, starter, thread, id, number };
}

const read = (id: string) => db.post.findUniqueOrThrow({ where: { id }, include: { revisions: true } });

/** Everything that a member, or a guest, gets to read of a thread, as one text. */
async function everythingRead(viewers: readonly Member[], threadId: string, passage: string): Promise<string> {
  const posts = await db.post.findMany({ where: { threadId }, select: { id: true } });
  const parts: unknown[] = [];
  for (const viewer of [GUEST, ...viewers]) {
    for (const { id } of posts) {
      parts.push(await getPost(viewer, { id, language: 'en' }).catch(() => null));
      parts.push(await listRevisions(viewer, { id }).catch(() => null));
    }
    parts.push(await listPosts(viewer, { threadId }), await listThreads(viewer, { topic, language: 'en' }));
    if (viewer.kind === 'member') parts.push(await collectExport(again(viewer), { origin: ORIGIN }));
  }
  type Args = Parameters<typeof apiThread>[0];
  const context = makeContext(ORIGIN);
  const ask = async (loader: unknown, params: Record<string, string>, query = ''): Promise<string> => {
    const request = new Request(`${ORIGIN}/x?${query}`);
    const response = await (loader as (args: Args) => Response | Promise<Response>)({ request, params, context });
    return response.text();
  };
  parts.push(await ask(apiThread, { id: threadId }), await ask(latestFeed, {}), await ask(logFeed, {}));
  parts.push(await ask(threadFeed, { file: `${threadId}.atom` }));
  for (const { id } of posts) parts.push(await ask(apiPost, { id }));
  // The query itself stands in its answer.
  parts.push((await ask(apiSearch, {}, `q=${passage}`)).replaceAll(JSON.stringify(passage), ''));
  return JSON.stringify(parts).toLowerCase();
}

describe('a redacted passage', () => {
  it('goes from every table, page, feed, answer, hit and export, and leaves rows without a word', async () => {
    const canary = word();
    const [author, other, flagger] = [await makeMember(), await makeMember(), await makeMember()];
    const thread = await makeThread(author, {
      topic,
      title: `What ${canary} said`,
      body: `**${canary}** said [it](https://x.no/${canary}).`,
      situation: `With ${canary}.`,
      whatIHaveTried: `Asking ${canary}.`,
      question: `Should ${canary} know?`,
      contentWarning: `About ${canary}`,
    });
    const id = thread.openingId;
    const input = { version: '1', title: `What ${canary} says`, body: `Now ${canary} is gone.`, question: 'Q' };
    await editPost(again(author), {
      id,
      input: editOpeningSchema.parse({ ...input, reason: `Less of ${canary}` }),
    });
    const copied = await makeReply(again(other), thread.id, {
      body: `> Now ${canary}\n> is gone.\n\nI see.`,
      quoteOf: id,
    });
    await makeReply(again(other), thread.id, { body: 'Nothing of it.' });
    await flagPost(flagger, {
      postId: id,
      input: { reason: 'identifying', note: `${canary.toUpperCase()} is my boss` },
    });
    const item = await db.queueItem.findFirstOrThrow({ where: { postId: id } });
    const createdAt = item.openedAt;
    await db.queueNote.create({
      data: { id: `note${canary}`.toLowerCase().slice(0, 4), itemId: item.id, text: `I know ${canary}`, createdAt },
    });
    await db.pendingEdit.create({
      data: { postId: id, fromVersion: 2, body: `Still ${canary}`, title: `[${canary}](x)`, reason: canary, createdAt },
    });
    const request = {
      path: `/threads/${thread.id}/what-${canary}-says`,
      text: `I am ${canary}`,
      contact: null,
      createdAt,
    };
    await db.aboutMeRequest.create({ data: { id: `request${made}`, ...request } });
    await drainOutbox();
    expect(await wordsHeld([canary])).toEqual([canary]);
    const readers = [author, other, flagger, staff];
    expect(await everythingRead(readers, thread.id, canary)).toContain(canary.toLowerCase());

    expect(await redact(id, canary)).toEqual({ kind: 'redacted' });
    await drainOutbox();
    expect(await wordsHeld([canary])).toEqual([]);
    expect(await everythingRead(readers, thread.id, canary)).not.toContain(canary.toLowerCase());
    expect(await verifyIndex()).toMatchObject({ stale: [], surplus: [] });

    const post = await read(id);
    expect(post).toMatchObject({
      body: 'Now [name removed] is gone.',
      html: `<p>Now ${BAR} is gone.</p>\n`,
      version: 3,
    });
    expect(post).toMatchObject({ editedBy: 'moderator', editReason: 'Removed a name' });
    expect((await read(copied.postId)).html).toContain(BAR);
    const { title, slug } = await db.thread.findUniqueOrThrow({ where: { id: thread.id } });
    expect([title, slug]).toEqual(['What [name removed] says', 'what-name-removed-says']);
    expect(await db.pendingEdit.findUniqueOrThrow({ where: { postId: id } })).toMatchObject({
      ...{ body: 'Still [name removed]', fromVersion: 3 },
    });
    const actions = await db.moderationAction.findMany({ where: { threadId: thread.id }, orderBy: { version: 'asc' } });
    expect(actions.map(({ kind, version, postId }) => [kind, version, postId])).toEqual([
      ['redact', 2, copied.postId],
      ['redact', 3, id],
    ]);
    expect(await db.flag.findFirstOrThrow({ where: { postId: id } })).toMatchObject({
      ...{ note: '[name removed] is my boss', outcome: 'acted' },
    });
    // As many spans as there were places, in each version.
    const spans = await db.erasedText.groupBy({
      by: ['postId', 'version'],
      where: { postId: { in: [id, copied.postId] } },
      _count: true,
    });
    expect(spans.map(({ version, _count }) => [version, _count]).sort()).toEqual([[1, 1], [1, 7], [2, 2]]); // prettier-ignore
  });

  it('stays in the posts that were not ticked', async () => {
    const canary = word();
    const { thread, id, starter } = await replySaying(`Of ${canary}.`);
    const other = await makeReply(again(starter), thread.id, { body: `And ${canary}.` });
    await redact(id, canary, { also: [] });
    expect((await read(id)).body).toBe('Of [name removed].');
    expect((await read(other.postId)).body).toBe(`And ${canary}.`);
  });

  it('goes from the versions before where the present text no longer has it', async () => {
    const canary = word();
    const { author, id } = await replySaying(`Of [${canary.slice(0, 3)}](x)${canary.slice(3)} and ${canary}.`);
    await editPost(again(author), { id, input: editReplySchema.parse({ version: '1', body: 'Of nobody.' }) });
    expect(await redact(id, canary)).toEqual({ kind: 'redacted' });
    expect(await wordsHeld([canary])).toEqual([]);
    const post = await read(id);
    expect(post).toMatchObject({ body: 'Of nobody.', editedBy: 'moderator' });
    // Between the marks of a link it would still be read: the whole text of that version went.
    expect(post.revisions.find(({ version }) => version === 1)?.body).toBe('[name removed]');
  });

  it('is in the language of the text', async () => {
    const canary = word();
    const { id } = await replySaying(`Hos ${canary}.`, { language: 'nb' });
    await redact(id, canary, { kind: 'place' });
    expect(await read(id)).toMatchObject({ body: 'Hos [sted fjernet].', editReason: 'Fjernet et stedsnavn' });
  });

  it('follows into the quotes above replies, which are taken from it at each look', async () => {
    const canary = word();
    const { thread, id, starter } = await replySaying(`Of ${canary}.`);
    await makeReply(again(starter), thread.id, { quoteOf: id });
    await redact(id, canary);
    const { posts } = await listPosts(GUEST, { threadId: thread.id });
    expect(posts.at(-1)?.quoteOf?.excerpt).toBe('Of [name removed].');
  });

  it('can be redacted in a text that was redacted before', async () => {
    const [one, two] = [word(), word()];
    const { id } = await replySaying(`${one} and ${two} and ${one}.`);
    await redact(id, one);
    await redact(id, two);
    expect(await wordsHeld([one, two])).toEqual([]);
    expect((await read(id)).body).toBe('[name removed] and [name removed] and [name removed].');
    const rows = await db.erasedText.findMany({ where: { postId: id, version: 1 }, orderBy: { spanStart: 'asc' } });
    expect(rows.map(({ spanStart, spanEnd }) => [spanStart, spanEnd])).toEqual([
      [0, one.length],
      [one.length + 5, one.length + 5 + two.length],
      [one.length + two.length + 10, 2 * one.length + two.length + 10],
    ]);
    const revisions = await listRevisions(GUEST, { id });
    expect(revisions.map(({ erased }) => erased)).toEqual([two.length, 2 * one.length]);
  });
});

describe('a passage across the structure of the text', () => {
  it.each([
    ['a link', '[Kari](https://x.no) Nordmann', 'Kari Nordmann'],
    ['a link, by its source', '[Kari](https://x.no) is', 'Kari](https://x.no) is'],
    ['two items of a list', '- Ola Kari\n- Nordmann Per', 'Kari Nordmann'],
    ['a block of code', '```\na Kari\n```\nNordmann b', 'a Kari\n```\nNordmann'],
    ['the beginning of emphasis', 'Ola **Kari er** her', 'Ola Kari'],
    ['a definition that a link needs', 'See [Kari].\n\n[Kari]: https://x.no', 'Kari'],
  ])('of %s is refused, and nothing is done', async (_what, body, passage) => {
    const { id } = await replySaying(body);
    const result = await lookForPassage(staff, { id, input: inputOf(passage) });
    expect(result).toMatchObject({ kind: 'refused', field: 'passage' });
    expect(await read(id)).toMatchObject({ body, version: 1 });
    expect(await db.erasedText.count({ where: { postId: id } })).toBe(0);
  });

  it.each([
    ['words of a link', '[Kari er her](https://x.no)', 'Kari', '[[name removed] er her](https://x.no)'],
    ['an address that names it', '[her](https://x.no/kari-nordmann)', 'Kari Nordmann', '[her](<[name removed]>)'],
    ['emphasis within', '**Kari** Nordmann er her', 'Kari Nordmann', '[name removed] er her'],
    ['an item of a list', '- Kari\n- Per', 'Kari', '- [name removed]\n- Per'],
    ['two items that were copied whole', '- Kari\n- Per\n- Ola', 'Kari\n- Per', '- [name removed]\n- Ola'],
    ['code', '```\nKari = 1\n```', 'Kari', '```\n[name removed] = 1\n```'],
    ['a cell of a table', '|a|b|\n|-|-|\n|Kari|1|', 'Kari', '|a|b|\n|-|-|\n|[name removed]|1|'],
    ['a heading', '## Kari her\n\nText.', 'Kari', '## [name removed] her\n\nText.'],
  ])('but %s is cut', async (_what, body, passage, expected) => {
    const { id } = await replySaying(body);
    expect(await redact(id, passage)).toEqual({ kind: 'redacted' });
    const post = await read(id);
    expect(post.body).toBe(expected);
    expect(post.html).toContain(BAR);
    expect(`${post.html}${post.text}`.toLowerCase()).not.toContain('kari');
  });
});

describe('what is refused', () => {
  it('a passage that does not stand there, and a reason that has it', async () => {
    const canary = word();
    const { id } = await replySaying(`Of ${canary}.`);
    expect(await redact(id, 'Somebody else')).toMatchObject({ kind: 'refused', fault: 'faults.passageNotFound' });
    for (const reason of [`It was ${canary}`, `it was ${canary.toLowerCase()}`]) {
      expect(await redact(id, canary, { reason })).toEqual({
        kind: 'refused',
        field: 'reason',
        fault: 'faults.reasonHasPassage',
      });
    }
    expect((await read(id)).version).toBe(1);
  });

  it('a post that its writer took back, and whoever is not staff', async () => {
    const { id, author } = await replySaying('Of Kari.');
    await expect(redactPost(author, { id, input: inputOf('Kari') })).rejects.toMatchObject({ code: 'not-allowed' });
    await db.post.update({ where: { id }, data: { state: 'erased' } });
    await expect(redactPost(staff, { id, input: inputOf('Kari') })).rejects.toMatchObject({ code: 'conflict' });
  });
});

describe('what the moderator has not seen', () => {
  it('is shown first: without a look, with another passage, or after a change nothing is done', async () => {
    const canary = word();
    const { id, author, thread, starter } = await replySaying(`Of ${canary} and more.`);
    expect(await redactPost(staff, { id, input: inputOf(canary) })).toMatchObject({ kind: 'looked', isStale: false });
    const looked = await lookForPassage(staff, { id, input: inputOf(canary) });
    const { lookedFor, seen } = looked.kind === 'looked' ? looked.look : { lookedFor: '', seen: '' };
    const other = inputOf(`${canary} and`, { lookedFor, seen });
    expect(await redactPost(staff, { id, input: other })).toMatchObject({ kind: 'looked', isStale: false });
    await makeReply(again(starter), thread.id, { body: `I know ${canary}.` });
    const stale = await redactPost(staff, { id, input: inputOf(canary, { lookedFor, seen }) });
    expect(stale).toMatchObject({ kind: 'looked', isStale: true, look: { others: [{ number: 3, isTicked: true }] } });
    await editPost(again(author), { id, input: editReplySchema.parse({ version: '1', body: `Less of ${canary}.` }) });
    expect(await redactPost(staff, { id, input: inputOf(canary, { lookedFor, seen }) })).toMatchObject({
      isStale: true,
    });
    expect((await read(id)).body).toBe(`Less of ${canary}.`);
  });

  it('is told: what is like it, and decisions in the log that have the words, which then have a mark', async () => {
    const { id, thread } = await replySaying('Of Kari, KARI and Karis.');
    await lockThread(staff, { id: thread.id, reason: 'Because of kari' });
    const looked = await lookForPassage(staff, { id, input: inputOf('Kari') });
    expect(looked).toMatchObject({ look: { places: 1, logReasons: 1 } });
    expect(looked.kind === 'looked' && looked.look.near).toEqual([
      { text: 'KARI', count: 1 },
      { text: 'Karis', count: 1 },
    ]);
    await redact(id, 'Kari');
    const reasons = await db.moderationAction.findMany({ where: { threadId: thread.id, kind: 'lock' } });
    expect(reasons.map(({ reason }) => reason)).toEqual(['[…]']);
  });
});

describe('at the same moment', () => {
  it('an edit that began before does not bring the words back, and is shown the text as it is now', async () => {
    const canary = word();
    const { id, author } = await replySaying(`Of ${canary}.`);
    await redact(id, canary);
    const late = editReplySchema.parse({ version: '1', body: `Of ${canary}, again.` });
    expect(await editPost(again(author), { id, input: late })).toEqual({
      kind: 'stale',
      current: { version: 2, body: 'Of [name removed].', opening: null },
    });
    const input = editReplySchema.parse({ version: '1', body: `Of ${canary}, again.`, reason: 'r' });
    expect(await editAnyPost(again(staff), { id, input })).toMatchObject({ kind: 'stale' });
    expect(await wordsHeld([canary])).toEqual([]);
  });

  it('an edit and a redaction: one of them is told', async () => {
    for (let round = 0; round < 5; round++) {
      const canary = word();
      const { id, author } = await replySaying(`Of ${canary}.`);
      const input = editReplySchema.parse({ version: '1', body: `Of ${canary}, later.` });
      const [edited, redacted] = await Promise.all([
        editPost(again(author), { id, input }),
        redact(id, canary).catch((error: unknown) => error),
      ]);
      const { body, version } = await read(id);
      if (edited.kind === 'edited') {
        // Then the moderator was told, or came after it and took the words from both.
        const isDone = (redacted as { kind?: string }).kind === 'redacted';
        expect([version, body]).toEqual(isDone ? [3, 'Of [name removed], later.'] : [2, `Of ${canary}, later.`]);
      } else {
        expect([version, body]).toEqual([2, 'Of [name removed].']);
        expect(await wordsHeld([canary])).toEqual([]);
      }
    }
  });

  it('a change that waits for review is released without them', async () => {
    const canary = word();
    const { id, author } = await replySaying(`Of ${canary}.`);
    const post = await getPostForEdit(again(author), { id });
    const late = { from: post.version, by: 'author' as const, moderatorId: null, reason: null, publicDiff: false };
    const edit = { ...late, body: `Of **${canary}**, later.`, html: '', text: '', opening: null };
    await db.$transaction((tx) => keepPendingEdit(tx, id, edit));
    await redact(id, canary);
    await approvePendingEdit(again(staff), { id, reason: 'Fine' });
    expect(await read(id)).toMatchObject({ body: 'Of **[name removed]**, later.', version: 3 });
    // Begun before, sent after: it is told instead of being kept.
    expect(await db.$transaction((tx) => keepPendingEdit(tx, id, edit))).toBe(false);
    expect(await wordsHeld([canary])).toEqual([]);
  });

  it('rendering anew does not bring them back', async () => {
    const canary = word();
    const { id } = await replySaying(`Of ${canary}.`);
    await db.post.update({ where: { id }, data: { renderVersion: 0 } });
    await Promise.all([refreshStaleHtml(), redact(id, canary)]);
    expect(await wordsHeld([canary])).toEqual([]);
    expect((await read(id)).html).toBe(`<p>Of ${BAR}.</p>\n`);
  });
});

describe('what readers see of it', () => {
  it('is the number of characters, for guests, members, its author and staff alike', async () => {
    const canary = word();
    const { id, author } = await replySaying(`Of ${canary} and **${canary}**.`);
    await redact(id, canary, { reason: 'Somebody was named' });
    for (const viewer of [GUEST, await makeMember(), again(author), staff]) {
      expect(await listRevisions(viewer, { id })).toEqual([
        {
          version: 2,
          by: 'moderator',
          reason: 'Somebody was named',
          at: expect.any(Date),
          changes: [],
          erased: 2 * canary.length,
        },
      ]);
      const { post } = await getPost(viewer, { id, language: 'en' });
      expect(post.edited).toMatchObject({ by: 'moderator', reason: 'Somebody was named' });
    }
    expect((await getPostForEdit(again(author), { id })).body).not.toContain(canary);
    expect(await logicalDump()).not.toContain(canary);
  });
});
