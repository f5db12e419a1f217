import { beforeEach, describe, expect, it } from 'vitest';
import type { Fragment, ListedDocument, SearchDocument, SearchEngine, SearchQuery, Stretch } from '../engine.ts';
import { fingerprintOf } from '../fingerprint.ts';
import { makeDocument, makeQuery } from './documents.ts';

/** What every engine must do. `open` gives one whose index is empty. */
export function itKeepsTheContract(open: () => Promise<SearchEngine>): void {
  let engine: SearchEngine;
  beforeEach(async () => {
    engine = await open();
  });

  const upsert = async (documents: readonly SearchDocument[]) => (await engine.upsert(documents)).settled();
  const put = (...documents: Partial<SearchDocument>[]) => upsert(documents.map(makeDocument));
  const remove = async (...ids: string[]) => (await engine.remove(ids)).settled();
  const found = async (text: string, given: Parameters<typeof makeQuery>[1] = {}): Promise<string[]> =>
    (await engine.query(makeQuery(text, given))).hits.map(({ id }) => id);

  describe('words', () => {
    beforeEach(() =>
      put(
        { id: 'texting', title: 'My therapist answers my texts at night', body: 'I write to her between sessions.' },
        { id: 'gift', title: 'A client brought me a watch', body: 'It is far too expensive to accept.' },
        { id: 'ending', title: 'How do I say goodbye to a client?', body: 'We have worked together for six years.' },
      ),
    );

    it('a pasted title finds its thread first', async () => {
      expect((await found('My therapist answers my texts at night'))[0]).toBe('texting');
    });

    it('a slip in a word is forgiven, of letters swapped, left out, doubled or mistaken', async () => {
      for (const typo of ['expensvie', 'expnsive', 'expennsive', 'expansive'])
        expect(await found(typo)).toEqual(['gift']);
    });

    it('two slips in a long word are forgiven, and none in a short one', async () => {
      expect(await found('exppensivve')).toEqual(['gift']);
      expect(await found('sxi')).toEqual([]);
    });

    it('the last word may be unfinished, and no other', async () => {
      expect(await found('expens')).toEqual(['gift']);
      expect(await found('expens ')).toEqual([]);
    });

    it('what is typed of the last word may hold a slip', async () => {
      expect(await found('expnes')).toEqual(['gift']);
      expect(await found('expnes ')).toEqual([]);
    });

    it('other forms of a word are found, the typed one first', async () => {
      await put({ id: 'session', body: 'One session a week.' });
      expect(await found('sessions')).toEqual(['texting', 'session']);
      expect(await found('session')).toEqual(['session', 'texting']);
    });

    it('all words come before some of them', async () => {
      await put({ id: 'both', body: 'An expensive goodbye.' });
      const ids = await found('expensive goodbye');
      expect(ids[0]).toBe('both');
    });

    it('words that nothing holds together are left out until something is found', async () => {
      expect(await found('expensive zeppelin watch')).toEqual(['gift']);
    });

    it('where all words are asked for, none is left out', async () => {
      await put({ id: 'zeppelin', body: 'The zeppelin.' });
      expect(await found('expensive zeppelin', { allWords: true })).toEqual([]);
      expect(await found('expensive dirigible', { allWords: true })).toEqual([]);
      expect(await found('expensiv watch', { allWords: true })).toEqual(['gift']);
    });

    it('a rare word that is out of place hides nothing: what holds the others follows', async () => {
      await put({ id: 'zeppelin', body: 'The zeppelin.' });
      expect((await found('expensive zeppelin')).sort()).toEqual(['gift', 'zeppelin']);
    });

    it('a title counts for more than a body', async () => {
      await put({ id: 'in-body', body: 'Somebody brought a watch along once, as people do.' });
      expect(await found('brought watch')).toEqual(['gift', 'in-body']);
    });

    it('an apostrophe, an accent or a capital makes no difference', async () => {
      await put({ id: 'fiance', body: "My Fiancé can't." });
      expect(await found('FIANCE cant')).toEqual(['fiance']);
    });
  });

  describe('what stands in quotation marks or behind a minus', () => {
    beforeEach(() =>
      put({ id: 'beside', body: 'We drew a boundary crossing here.' }, { id: 'apart', body: 'Crossing the boundary.' }),
    );

    it('a phrase is taken at its word', async () => {
      expect(await found('"boundary crossing"')).toEqual(['beside']);
      expect(await found('"boundaries crossing"')).toEqual([]);
    });

    it('what is excluded does not occur', async () => {
      expect(await found('boundary -drew')).toEqual(['apart']);
      expect(await found('boundary -"boundary crossing"')).toEqual(['apart']);
    });

    it('a mark that is never closed, or a minus within a word, means nothing', async () => {
      expect((await found('"boundary drew'))[0]).toBe('beside');
      expect(await found('boundary-crossing')).toContain('apart');
    });
  });

  describe('synonyms', () => {
    beforeEach(async () => {
      await engine.apply({
        synonyms: [
          { id: 'oosc', lang: 'en', direction: 'two-way', terms: ['OOSC', 'out-of-session contact'] },
          { id: 'shrink', lang: 'en', direction: 'one-way', from: ['shrink'], to: ['therapist'] },
          { id: 't', lang: 'en', direction: 'one-way', from: ['T'], to: ['therapist'], caseSensitive: ['T'] },
          { id: 'bridge', lang: 'en+nb', direction: 'two-way', terms: ['therapist', 'terapeut'] },
        ],
      });
      await put(
        { id: 'long', body: 'We agreed on out-of-session contacts.' },
        { id: 'short', body: 'Our OOSC is by text.' },
        { id: 'therapist', body: 'My therapist.' },
        { id: 'shrink', body: 'My shrink.' },
        { id: 'terapeut', body: 'Min terapeut.', language: 'nb' },
      );
    });

    it('a term finds the others of its group, its own form first', async () => {
      expect(await found('OOSC')).toEqual(['short', 'long']);
      expect(await found('out of session contact')).toEqual(['long', 'short']);
    });

    it('a one-way synonym leads one way, one hop far', async () => {
      expect(await found('shrink')).toEqual(['shrink', 'therapist']);
      expect(await found('therapist')).not.toContain('shrink');
    });

    it('case matters where the list says so', async () => {
      expect(await found('T ')).toEqual(['therapist']);
      expect(await found('t ')).toEqual([]);
    });

    it('a bridge between languages holds unless one is chosen', async () => {
      expect(await found('therapist')).toEqual(['therapist', 'terapeut']);
      expect(await found('therapist', { filters: { language: ['nb'] } })).toEqual([]);
    });
  });

  describe('Norwegian', () => {
    beforeEach(() =>
      put(
        {
          id: 'timene',
          language: 'nb',
          title: 'Pasienten min ringer utenom timene',
          body: 'Jeg tar ikke telefonen på søndag.',
        },
        { id: 'gaver', language: 'nb', title: 'Gaver fra pårørende', body: 'Får vi lov til å ta imot?' },
      ),
    );

    it('forms of a word find each other', async () => {
      expect(await found('pasient')).toEqual(['timene']);
      expect(await found('telefoner')).toEqual(['timene']);
      expect(await found('gave')).toEqual(['gaver']);
    });

    it('æ, ø and å are letters of their own', async () => {
      expect(await found('pårørende')).toEqual(['gaver']);
      expect(await found('PÅRØRENDE')).toEqual(['gaver']);
      expect(await found('pårørnede')).toEqual(['gaver']);
    });
  });

  describe('filters, facets and order', () => {
    beforeEach(() =>
      put(
        { id: 'a', body: 'Boundaries.', topicGroup: 'contact', topic: 'texting', kind: 'dilemma', createdDay: 10 },
        { id: 'b', body: 'Boundaries.', topicGroup: 'contact', topic: 'calls', kind: 'guide', createdDay: 30 },
        {
          id: 'c',
          body: 'Boundaries.',
          topicGroup: 'money',
          topic: 'fees',
          answered: true,
          replyCountBucket: 5,
          createdDay: 20,
        },
      ),
    );

    it.each<[string, Partial<SearchQuery['filters']>, string[]]>([
      ['a topic', { topic: ['texting'] }, ['a']],
      ['a topic group', { topic: ['contact'] }, ['a', 'b']],
      ['several values', { topic: ['texting', 'fees'] }, ['a', 'c']],
      ['several filters', { topic: ['contact'], kind: ['guide'] }, ['b']],
      ['answered', { answered: [true] }, ['c']],
      ['a day', { sinceDay: 20 }, ['b', 'c']],
      ['what does not exist', { topic: ['nothing'] }, []],
    ])('by %s', async (_name, filters, ids) => {
      expect((await found('boundaries', { filters })).sort()).toEqual(ids);
    });

    it('counts every facet without its own filter', async () => {
      const { facets, total } = await engine.query(makeQuery('boundaries', { filters: { topic: ['texting'] } }));
      expect(total).toBe(1);
      expect(facets.topic).toEqual({ contact: 2, texting: 1, calls: 1, money: 1, fees: 1 });
      expect(facets.kind).toEqual({ dilemma: 1 });
      expect(facets.answered).toEqual({ no: 1 });
    });

    it('counts what it would find, since any day', async () => {
      const days = [null, 0, 20, 10_000];
      for (const query of [
        makeQuery('boundaries'),
        makeQuery('boundaries', { filters: { topic: ['contact'] } }),
        makeQuery('boundaries', { without: { posts: ['a'], threads: [] } }),
        makeQuery('boundaries', { threadId: 'thread-of-c' }),
        makeQuery('boundaries zitherium'),
        makeQuery('zitherium'),
        makeQuery('?!'),
      ]) {
        for (const sinceDay of days) {
          const since = { ...query, filters: { ...query.filters, sinceDay } };
          expect(await engine.count(since)).toBe((await engine.query(since)).total);
        }
      }
    });

    it('what is to be left out is neither found nor counted', async () => {
      const without = { posts: ['a'], threads: ['thread-of-c'] };
      const { hits, total, facets } = await engine.query(makeQuery('boundaries', { without }));
      expect(hits.map(({ id }) => id)).toEqual(['b']);
      expect(total).toBe(1);
      expect(facets.topic).toEqual({ contact: 1, calls: 1 });
    });

    it('sorts by day and by discussion', async () => {
      expect(await found('boundaries', { sort: 'newest' })).toEqual(['b', 'c', 'a']);
      expect((await found('boundaries', { sort: 'discussed' }))[0]).toBe('c');
    });
  });

  describe('threads', () => {
    beforeEach(() =>
      put(
        { id: 'p1', threadId: 'one', title: 'Supervision and recordings', body: 'She wants tapes.' },
        {
          id: 'p2',
          threadId: 'one',
          part: 'reply',
          title: 'Supervision and recordings',
          body: 'Ask for consent first.',
        },
        {
          id: 'p3',
          threadId: 'one',
          part: 'reply',
          title: 'Supervision and recordings',
          body: 'Consent, and consent again.',
        },
        { id: 'p4', threadId: 'two', title: 'Consent to share', body: 'With whom?' },
      ),
    );

    it('a thread is one hit, by its best post', async () => {
      const { hits, total } = await engine.query(makeQuery('consent'));
      expect(hits.map(({ threadId }) => threadId).sort()).toEqual(['one', 'two']);
      expect(total).toBe(2);
    });

    it('says whether the title or the post was found', async () => {
      const [title] = (await engine.query(makeQuery('supervision recordings'))).hits;
      expect(title).toMatchObject({ id: 'p1', inTitle: true });
      const [body] = (await engine.query(makeQuery('ask first'))).hits;
      expect(body).toMatchObject({ id: 'p2', inTitle: false });
    });

    it('inside a thread hits are posts, and its title counts for nothing', async () => {
      expect((await found('consent', { threadId: 'one' })).sort()).toEqual(['p2', 'p3']);
      expect(await found('supervision', { threadId: 'one' })).toEqual([]);
    });

    it('pages hold different threads, and none is left over', async () => {
      const first = await found('consent', { limit: 1 });
      const second = await found('consent', { limit: 1, page: 2 });
      expect([...first, ...second]).toHaveLength(2);
      expect(first).not.toEqual(second);
      expect(await found('consent', { limit: 1, page: 3 })).toEqual([]);
    });

    it('what the newest document says of its thread holds for all of it', async () => {
      await put({
        id: 'p5',
        threadId: 'two',
        part: 'reply',
        title: 'Consent to share',
        answered: true,
        replyCountBucket: 1,
      });
      expect(await found('whom', { filters: { answered: [true] } })).toEqual(['p4']);
    });
  });

  describe('marks', () => {
    const text = (parts: readonly Fragment[]) => parts.map((part) => part.text).join('');
    const marked = (parts: readonly Fragment[]) => parts.filter(({ mark }) => mark).map((part) => part.text);

    it('markup in a title or a text stays text', async () => {
      const title = `<img src=x onerror=alert(1)> "quotes" & recordings`;
      await put({ title, body: '<script>recordings</script>' });
      const [hit] = (await engine.query(makeQuery('recordings'))).hits;
      expect(text(hit?.title ?? [])).toBe(title);
      expect(text(hit?.snippet ?? [])).toBe('<script>recordings</script>');
      expect(marked(hit?.snippet ?? [])).toEqual(['recordings']);
    });

    it('mark every form that was searched for, where it stands in the text', async () => {
      const filler = 'Nothing of note is said in here at all. '.repeat(20);
      await put({ body: `${filler}The fees were raised, and a fee is a fee. ${filler}` });
      const [hit] = (await engine.query(makeQuery('fee raised'))).hits;
      expect(marked(hit?.snippet ?? [])).toEqual(['fees', 'raised', 'fee', 'fee']);
      expect(text(hit?.snippet ?? []).length).toBeLessThan(300);
    });
  });

  describe('changes', () => {
    it('an edit replaces what was found, and removal takes it away', async () => {
      await put({ id: 'post', body: 'My brother drives a tram.' });
      await put({ id: 'post', body: 'My sister drives a tram.' });
      expect(await found('brother')).toEqual([]);
      expect(await found('sister')).toEqual(['post']);
      await remove('post', 'never-there');
      expect(await found('sister')).toEqual([]);
      expect((await engine.health()).documents).toBe(0);
    });

    it('a word that was only in a removed document is not proposed any more', async () => {
      await put({ id: 'post', body: 'Zebrafish.' });
      await remove('post');
      expect(await engine.suggest('zebraf', 5)).toEqual([]);
    });

    it('rebuilding leaves what is given and nothing else', async () => {
      await put({ id: 'a', body: 'tram' }, { id: 'b', body: 'tram' }, { id: 'c', body: 'tram' });
      await engine.rebuild(
        stretches(
          { range: { after: null, upTo: 'b' }, documents: [makeDocument({ id: 'a', body: 'ferry' })] },
          { range: { after: 'b', upTo: null }, documents: [makeDocument({ id: 'd', body: 'tram' })] },
        ),
      );
      expect(await found('tram')).toEqual(['d']);
      expect(await found('ferry')).toEqual(['a']);
      expect((await engine.health()).documents).toBe(2);
    });

    it('a rebuild that breaks off leaves everything to be found', async () => {
      await put({ id: 'a', body: 'tram' });
      await expect(engine.rebuild(broken())).rejects.toThrow('broken off');
      expect(await found('tram')).toContain('a');
      await engine.rebuild(stretches({ range: { after: null, upTo: null }, documents: [] }));
      expect(await found('tram')).toEqual([]);
    });

    it('lists what it holds, with fingerprints', async () => {
      const documents = ['b', 'a', 'd', 'c'].map((id) => makeDocument({ id }));
      await upsert(documents);
      const all = documents.map((document) => ({ id: document.id, fingerprint: fingerprintOf(document) }));
      const listed: ListedDocument[] = [];
      for await (const document of engine.list()) listed.push(document);
      expect(listed).toEqual(all.sort((one, other) => (one.id < other.id ? -1 : 1)));
    });

    it('compacting takes nothing away that is there', async () => {
      await put({ id: 'a', body: 'tram' }, { id: 'b', body: 'tram' });
      await remove('a');
      await engine.compact();
      expect(await found('tram')).toEqual(['b']);
    });
  });

  describe('as one types', () => {
    beforeEach(() =>
      put(
        { id: 'a', threadId: 'one', title: 'Texting between sessions', body: 'Is it all right to text?' },
        { id: 'b', threadId: 'two', title: 'Text messages from my therapist between sessions', body: 'At night, too.' },
        { id: 'c', threadId: 'three', title: 'Gifts', body: 'Texting is not in this title.' },
      ),
    );

    it('proposes threads by their titles, then words', async () => {
      const suggestions = await engine.suggest('between sess', 5);
      expect(suggestions.filter(({ kind }) => kind === 'thread')).toEqual([
        { kind: 'thread', threadId: 'one', title: 'Texting between sessions' },
        { kind: 'thread', threadId: 'two', title: 'Text messages from my therapist between sessions' },
      ]);
      expect(suggestions).toContainEqual({ kind: 'word', word: 'sessions' });
    });

    it('finds threads like a text, and like a thread but not that thread itself', async () => {
      const ids = async (to: Parameters<SearchEngine['similar']>[0]) =>
        (await engine.similar(to, 5)).map(({ threadId }) => threadId);
      expect(await ids({ text: 'May I text between my sessions?' })).toContain('one');
      const likeOne = await ids({ threadId: 'one' });
      expect(likeOne[0]).toBe('two');
      expect(likeOne).not.toContain('one');
      expect(await engine.similar({ text: '?!' }, 5)).toEqual([]);
    });
  });

  it.each([
    '',
    '   ',
    '🙂 !!! ()&|:*<->\\\'"',
    '"',
    '-',
    '-only',
    '""',
    'the and of',
    'Привет мир',
    '我的治疗师',
    'ไทย',
    "'; DROP TABLE search_documents; --",
    '\u0000',
    'x'.repeat(500),
    'word '.repeat(100),
    '\ud800',
    'a:* & !b',
  ])('%j is answered', async (text) => {
    await put({ body: 'the and of' });
    const result = await engine.query(makeQuery(text));
    expect(result.hits.length).toBe(result.total);
    await engine.suggest(text, 5);
    await engine.similar({ text }, 5);
    expect((await engine.health()).ok).toBe(true);
  });
}

async function* stretches(...given: Stretch[]): AsyncGenerator<Stretch> {
  yield* given;
}

async function* broken(): AsyncGenerator<Stretch> {
  yield { range: { after: null, upTo: 'z' }, documents: [makeDocument({ id: 'a', body: 'tram' })] };
  throw new Error('broken off');
}
