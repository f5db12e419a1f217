import { afterEach, describe, expect, it } from 'vitest';
import { makeTopic } from '#prisma/factories/thread.ts';
import { setClock } from '#app/platform/clock.server.ts';
import { db } from '#app/platform/db.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import { GUEST } from '../../identity/viewer.ts';
import { getThread } from '../../threads/get-thread.server.ts';
import { listPosts } from '../list-posts.server.ts';
import { importThreads, type ImportCounts, type ImportOptions } from './import-threads.server.ts';

const NOW = new Date('2026-03-04T15:30:00Z');

afterEach(() => {
  setClock();
});

async function* fileOf(lines: (object | string)[]): AsyncGenerator<Uint8Array> {
  for (const line of lines) {
    yield await Promise.resolve(Buffer.from(`${typeof line === 'string' ? line : JSON.stringify(line)}\n`));
  }
}

async function load(lines: (object | string)[], options: Partial<ImportOptions> = {}) {
  const refused: [number, string][] = [];
  const counts = await importThreads(fileOf(lines), {
    onRefused: (line, reason) => refused.push([line, reason]),
    ...options,
  });
  return { counts, refused };
}

const took = (counts: Partial<ImportCounts>): ImportCounts => ({
  threads: 0,
  posts: 0,
  present: 0,
  refused: 0,
  ...counts,
});

/** A line with a reference of its own. */
async function line(fields: Record<string, unknown> = {}) {
  const topic = fields['topic'] ?? (await makeTopic());
  return { externalRef: newId(), title: 'A card', body: 'She gave me a card.', ...fields, topic };
}

async function readBack(externalRef: string) {
  const { id } = await db.thread.findUniqueOrThrow({ where: { externalRef }, select: { id: true } });
  const thread = await getThread(GUEST, { id, language: 'en' });
  const { posts } = await listPosts(GUEST, { threadId: id });
  return { thread, posts };
}

describe('what comes in', () => {
  it('is the thread with its posts in order, its fields, its quotes and its rendered text', async () => {
    const one = await line({
      kind: 'guide',
      language: 'nb',
      contentWarning: 'loss',
      structured: { situation: 'A card.', whatIHaveTried: 'Nothing.', question: 'May I keep it?' },
      body: 'Was it *wrong*?',
      replies: [{ body: 'No.' }, { body: 'Why not?', quoteOf: 0 }, { body: 'Because.', quoteOf: 1 }],
    });
    expect(await load([one])).toEqual({ counts: took({ threads: 1, posts: 4 }), refused: [] });
    const { thread, posts } = await readBack(one.externalRef);
    expect(thread).toMatchObject({
      title: 'A card',
      slug: 'a-card',
      kind: 'guide',
      language: 'nb',
      contentWarning: 'loss',
      situation: 'A card.',
      whatIHaveTried: 'Nothing.',
      question: 'May I keep it?',
    });
    expect(posts.map(({ number, text }) => [number, text])).toEqual([
      [1, 'Was it wrong?'],
      [2, 'No.'],
      [3, 'Why not?'],
      [4, 'Because.'],
    ]);
    expect(posts[0]?.html).toContain('<em>wrong</em>');
    expect(posts.map(({ quoteOf }) => quoteOf?.number ?? null)).toEqual([null, null, 2, 3]);
  });

  it('has the counts, by the side that each reply speaks from', async () => {
    const replies = ['client', 'former-client', 'therapist', 'supervisor', 'coach', 'undisclosed'].map(
      (perspective) => ({
        body: 'Yes.',
        perspective,
      }),
    );
    const one = await line({ perspective: 'client', replies });
    await load([one]);
    const { thread } = await readBack(one.externalRef);
    expect(thread).toMatchObject({ perspective: 'client', replies: 6, clientReplies: 2, practitionerReplies: 3 });
    const { lastNumber } = await db.thread.findUniqueOrThrow({
      where: { externalRef: one.externalRef },
      select: { lastNumber: true },
    });
    expect(lastNumber).toBe(7);
  });

  it('is dated by the hour: its own, else that of the post before it, else this one', async () => {
    setClock(() => NOW.getTime());
    const dated = await line({
      createdAt: '2024-05-01T10:59:59Z',
      replies: [
        { body: 'a' },
        { body: 'b', createdAt: '2024-05-03T08:20:00Z' },
        { body: 'c', createdAt: '2024-05-02' },
      ],
    });
    const undated = await line({ replies: [{ body: 'a' }] });
    await load([dated, undated]);
    const { thread, posts } = await readBack(dated.externalRef);
    expect(posts.map(({ createdAt }) => createdAt.toISOString())).toEqual([
      '2024-05-01T10:00:00.000Z',
      '2024-05-01T10:00:00.000Z',
      '2024-05-03T08:00:00.000Z',
      '2024-05-02T00:00:00.000Z',
    ]);
    expect(thread.createdAt.toISOString()).toBe('2024-05-01T10:00:00.000Z');
    expect(thread.lastActivityAt.toISOString()).toBe('2024-05-03T08:00:00.000Z');
    const now = await readBack(undated.externalRef);
    expect(now.posts.map(({ createdAt }) => createdAt.toISOString())).toEqual(
      Array.from({ length: 2 }, () => '2026-03-04T15:00:00.000Z'),
    );
  });

  it('can be edited later, since each post has its first revision', async () => {
    const one = await line({ contentWarning: 'loss', replies: [{ body: 'No.' }] });
    await load([one]);
    const revisions = await db.revision.findMany({
      where: { post: { thread: { externalRef: one.externalRef } } },
      orderBy: { post: { number: 'asc' } },
      select: { version: true, by: true, title: true, contentWarning: true, body: true },
    });
    expect(revisions).toEqual([
      { version: 1, by: 'author', title: 'A card', contentWarning: 'loss', body: one.body },
      { version: 1, by: 'author', title: null, contentWarning: null, body: 'No.' },
    ]);
  });

  it('is told to whoever follows the changes, a word for each thread', async () => {
    const lines = [await line({ replies: [{ body: 'No.' }] }), await line()];
    await load(lines);
    const threads = await db.thread.findMany({
      where: { externalRef: { in: lines.map(({ externalRef }) => externalRef) } },
      select: { id: true },
    });
    const ids = threads.map(({ id }) => id);
    expect(await db.outbox.count({ where: { entity: 'thread', entityId: { in: ids } } })).toBe(2);
  });
});

describe('writers', () => {
  it('with equal keys are one persona within a thread, and one without a key is its own', async () => {
    const one = await line({
      writer: 'w1',
      replies: [{ body: 'a', writer: 'w2' }, { body: 'b', writer: 'w1' }, { body: 'c' }, { body: 'd' }],
    });
    await load([one]);
    const names = (await readBack(one.externalRef)).posts.map(({ author }) => author.name);
    expect(names[2]).toBe(names[0]);
    expect(new Set(names).size).toBe(4);
  });

  it('with equal keys in two threads have nothing in common that the database knows', async () => {
    const writer = `key-${newId()}`;
    const lines = [await line({ writer }), await line({ writer })];
    await load(lines);
    const personas = await db.persona.findMany({
      where: { posts: { some: { thread: { externalRef: { in: lines.map(({ externalRef }) => externalRef) } } } } },
    });
    expect(personas).toHaveLength(2);
    const [one, other] = personas;
    for (const column of ['id', 'scopeId', 'seal', 'ledgerTag'] as const) {
      expect(one?.[column]).not.toEqual(other?.[column]);
    }
    expect(await textOfAllRows()).not.toContain(writer);
  });

  it('belong to nobody', async () => {
    const one = await line({ writer: 'w', replies: [{ body: 'a' }] });
    await load([one]);
    const where = { thread: { externalRef: one.externalRef } };
    expect(await db.post.count({ where: { ...where, authorId: null, personaId: { not: null } } })).toBe(2);
  });
});

/** Every table that an import writes to, as one text. */
async function textOfAllRows(): Promise<string> {
  const rows = await Promise.all([
    db.thread.findMany(),
    db.threadScope.findMany(),
    db.persona.findMany(),
    db.post.findMany(),
    db.revision.findMany(),
    db.outbox.findMany(),
  ]);
  return JSON.stringify(rows);
}

describe('a second time', () => {
  it('nothing changes', async () => {
    const lines = [await line({ replies: [{ body: 'No.' }] }), await line()];
    await load(lines);
    const before = await textOfAllRows();
    const altered = lines.map((one) => ({ ...one, title: 'Another title', replies: [] }));
    expect((await load(altered)).counts).toEqual(took({ present: 2 }));
    expect(await textOfAllRows()).toBe(before);
  });

  it('nothing changes within one file either', async () => {
    const one = await line();
    const { counts } = await load([one, one, one]);
    expect(counts).toEqual(took({ threads: 1, posts: 1, present: 2 }));
  });

  it('nothing is doubled when imports of the same threads run at once, in whatever order', async () => {
    const topic = await makeTopic();
    const lines = await Promise.all(
      Array.from({ length: 60 }, () => line({ topic, replies: [{ body: 'No.' }, { body: 'Yes.' }] })),
    );
    const runs = await Promise.all([load(lines), load(lines.toReversed()), load(lines)]);
    const sum = (key: keyof ImportCounts): number => runs.reduce((total, { counts }) => total + counts[key], 0);
    expect({ threads: sum('threads'), posts: sum('posts'), present: sum('present') }).toEqual({
      threads: 60,
      posts: 180,
      present: 120,
    });
    expect(await db.post.count({ where: { thread: { topic: { slug: topic } } } })).toBe(180);
  });
});

describe('topics', () => {
  it('that do not exist refuse their line', async () => {
    const topic = `none-${newId()}`;
    expect(await load([await line({ topic })])).toEqual({
      counts: took({ refused: 1 }),
      refused: [[1, `topic: there is no topic "${topic}"`]],
    });
  });

  it('that are groups refuse their line, also when topics may be made', async () => {
    const { group } = await db.topic.findUniqueOrThrow({
      where: { slug: await makeTopic() },
      select: { group: { select: { slug: true } } },
    });
    const { refused } = await load([await line({ topic: group?.slug })], { createTopicsIn: `group-${newId()}` });
    expect(refused[0]?.[1]).toMatch(/is a group of topics/);
  });

  it('are made in the group that was given, and the group too', async () => {
    const group = `group-${newId()}`;
    const topic = `made-${newId()}`;
    const { counts } = await load([await line({ topic }), await line({ topic })], { createTopicsIn: group });
    expect(counts).toEqual(took({ threads: 2, posts: 2 }));
    const made = await db.topic.findUniqueOrThrow({
      where: { slug: topic },
      select: { texts: true, group: { select: { slug: true } } },
    });
    expect(made.group?.slug).toBe(group);
    const name = topic.replace('made-', 'Made ');
    expect(made.texts).toMatchObject({ en: { name }, nb: { name } });
  });

  it('are made once when two imports want them at once', async () => {
    const createTopicsIn = `group-${newId()}`;
    const topic = `made-${newId()}`;
    const lines = await Promise.all([line({ topic }), line({ topic })]);
    const runs = await Promise.all(lines.map((one) => load([one], { createTopicsIn })));
    expect(runs.map(({ counts }) => counts.threads)).toEqual([1, 1]);
  });
});

describe('a line that cannot be taken', () => {
  it('is reported with its number, and the rest goes on', async () => {
    const good = [await line(), await line()];
    const { counts, refused } = await load([
      '{"externalRef": ',
      good[0] ?? '',
      '',
      await line({ mood: 'blue' }),
      await line({ replies: [{ body: '> '.repeat(60) }] }),
      good[1] ?? '',
    ]);
    expect(refused).toEqual([
      [1, 'is not valid JSON'],
      [4, 'unknown field "mood"'],
      [5, 'replies[0].body: is nested too deeply'],
    ]);
    expect(counts).toEqual(took({ threads: 2, posts: 2, refused: 3 }));
  });

  it('leaves nothing behind', async () => {
    const one = await line({ replies: [{ body: 'Fine.' }, { body: '> '.repeat(60) }] });
    await load([one]);
    expect(await db.thread.count({ where: { topic: { slug: one.topic } } })).toBe(0);
  });
});

describe('a long file', () => {
  it('is written in batches, of which the first stay when the import is interrupted', async () => {
    const topic = await makeTopic();
    const lines = await Promise.all(Array.from({ length: 250 }, () => line({ topic })));
    const stop = new AbortController();
    const progress: number[] = [];
    const importing = load(lines, {
      signal: stop.signal,
      onProgress: (bytes) => {
        progress.push(bytes);
        stop.abort();
      },
    });
    await expect(importing).rejects.toThrow(/abort/i);
    expect(progress).toHaveLength(1);
    expect(await db.thread.count({ where: { topic: { slug: topic } } })).toBe(50);
  });

  it('may hold a thread of more posts than go into one statement', async () => {
    const replies = Array.from({ length: 1_100 }, (_, i) => ({ body: 'Yes.', ...(i > 0 ? { quoteOf: i - 1 } : {}) }));
    expect((await load([await line({ replies })])).counts).toEqual(took({ threads: 1, posts: 1_101 }));
  });
});
