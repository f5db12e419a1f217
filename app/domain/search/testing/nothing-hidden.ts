import { randomBytes } from 'node:crypto';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeMember } from '#prisma/factories/member.ts';
import { makeReply, makeThread, makeTopic } from '#prisma/factories/thread.ts';
import type { MeilisearchEngine } from '#search/meilisearch/engine.ts';
import { db } from '#app/platform/db.server.ts';
import { GUEST, type Member } from '../../identity/viewer.ts';
import { hidePost } from '../../moderation/hide-post.server.ts';
import { holdPost } from '../../moderation/holds/hold-post.server.ts';
import { lookForPassage, redactPost } from '../../moderation/redact/redact-post.server.ts';
import { moveThread } from '../../moderation/threads/move-thread.server.ts';
import { erasePost } from '../../privacy/erase-post.server.ts';
import { drainOutbox } from '../drain-outbox.server.ts';
import { setReady, useEngine } from '../meilisearch.server.ts';
import { offerInstead } from '../offer-instead.server.ts';
import { listSimilarThreads } from '../related-threads.server.ts';
import { relayOutbox } from '../relay-outbox.server.ts';
import { parseSearchRequest } from '../schema.ts';
import { searchThreads } from '../search-threads.server.ts';
import { suggestSearches } from '../suggest-searches.server.ts';
import { postgresKeeps } from './postgres-keeps.ts';

let member: Member;
let moderator: Member;
let topic: string;
let staffTopic: string;

beforeAll(async () => {
  member = await makeMember();
  moderator = await makeMember({ role: 'moderator' });
  topic = await makeTopic();
  staffTopic = await makeTopic();
  await db.topic.update({ where: { slug: staffTopic }, data: { staffOnly: true }, select: { id: true } });
});

/** Without what an ending could be made of. */
const CONSONANTS = 'bcdfghjklmnpqrtvwxz';
/** Words that nobody else writes, and that are like nothing else: engines forgive slips. */
const canary = (): string => Array.from(randomBytes(14), (byte) => CONSONANTS[byte % CONSONANTS.length]).join('');

type Planted = {
  threadId: string;
  openingId: string;
  replyId: string;
  inTitle: string;
  inOpening: string;
  inReply: string;
};

async function plant(): Promise<Planted> {
  const [inTitle, inOpening, inReply] = [canary(), canary(), canary()];
  const thread = await makeThread(member, {
    topic,
    title: `A ${inTitle} of sorts`,
    body: `It was ${inOpening} again.`,
  });
  const { postId } = await makeReply(member, thread.id, { body: `I know such ${inReply} well.` });
  return { threadId: thread.id, openingId: thread.openingId, replyId: postId, inTitle, inOpening, inReply };
}

const ASKED = { kind: 'detail', reason: null, otherCapitals: false, insideWords: false, also: [] } as const;

async function redact(id: string, passage: string): Promise<void> {
  const looked = await lookForPassage(moderator, { id, input: { ...ASKED, passage, lookedFor: '', seen: '' } });
  if (looked.kind !== 'looked') throw new Error(JSON.stringify(looked));
  const { lookedFor, seen } = looked.look;
  const done = await redactPost(moderator, { id, input: { ...ASKED, passage, lookedFor, seen } });
  expect(done).toEqual({ kind: 'redacted' });
}

const REASON = 'It names somebody';

/** Every way in which something stops being for everybody, and which words are to be found no more. */
const WAYS: Record<string, { change: (planted: Planted) => Promise<unknown>; gone: (keyof Planted)[] }> = {
  'a reply that is held': {
    change: ({ replyId: id }) => holdPost(moderator, { id, reason: REASON }),
    gone: ['inReply'],
  },
  'a reply that is hidden': {
    change: ({ replyId: id }) => hidePost(moderator, { id, reason: REASON }),
    gone: ['inReply'],
  },
  'a reply that its writer takes back': { change: ({ replyId: id }) => erasePost(member, { id }), gone: ['inReply'] },
  'a passage that is redacted': { change: ({ replyId, inReply }) => redact(replyId, inReply), gone: ['inReply'] },
  'a title that is redacted': { change: ({ openingId, inTitle }) => redact(openingId, inTitle), gone: ['inTitle'] },
  'an opening that is hidden': {
    change: ({ openingId: id }) => hidePost(moderator, { id, reason: REASON }),
    gone: ['inTitle', 'inOpening', 'inReply'],
  },
  'a thread that is moved to a topic for staff': {
    change: ({ threadId: id }) => moveThread(moderator, { id, topic: staffTopic, reason: REASON }),
    gone: ['inTitle', 'inOpening', 'inReply'],
  },
};

/** Every place that could tell of a word. What it says of one that is nowhere is the measure. */
async function tellOf(word: string) {
  const found = await searchThreads(GUEST, parseSearchRequest(new URLSearchParams({ q: word })));
  const { total, facets, hits } = found;
  return {
    found: { total, facets, hits: hits.length },
    quoted: (await searchThreads(GUEST, parseSearchRequest(new URLSearchParams({ q: `"${word}"` })))).total,
    suggested: await suggestSearches(GUEST, word.slice(0, -1), 'en'),
    similar: (await listSimilarThreads(GUEST, `${word} ${word}`, 'en')).length,
    corrected:
      (await offerInstead(GUEST, parseSearchRequest(new URLSearchParams({ q: `${word}x` })), 'en')).corrected ?? null,
  };
}

export type Asked = {
  /** The Meilisearch that is asked; null: PostgreSQL alone. */
  engine: MeilisearchEngine | null;
  /** Whether the engine keeps the word anywhere, once what it left behind was tidied away. */
  keeps: (word: string) => Promise<boolean>;
};

/** No state that takes something from everybody's eyes leaves a word of it to be found, whether the index has heard of it or not. */
export function itTellsOfNothingHidden(open: () => Promise<Asked>): void {
  let asked: Asked;

  beforeEach(async () => {
    useEngine(undefined);
    await drainOutbox();
    asked = await open();
    if (asked.engine) useEngine(asked.engine);
  });

  afterEach(() => useEngine(undefined));

  async function bringUpToDate(): Promise<void> {
    await drainOutbox();
    if (asked.engine) await relayOutbox(asked.engine);
  }

  describe.each(Object.entries(WAYS))('%s', (_way, { change, gone }) => {
    it.each(['before the index has heard of it', 'and after'])('is told of nowhere, %s', async (when) => {
      const planted = await plant();
      await bringUpToDate();
      setReady(true);
      const nowhere = await tellOf(canary());
      for (const place of gone) {
        const told = await tellOf(planted[place]);
        expect(told.found.total, 'it was found before').toBe(1);
        expect(told).not.toEqual(nowhere);
        expect(await asked.keeps(planted[place]), 'it was kept before').toBe(true);
      }
      await change(planted);
      if (when === 'and after') await bringUpToDate();
      for (const place of gone) expect(await tellOf(planted[place])).toEqual(nowhere);
      if (when === 'and after') {
        for (const place of gone) {
          expect(await asked.keeps(planted[place])).toBe(false);
          expect(await postgresKeeps(planted[place])).toBe(false);
        }
      }
    });
  });
}
