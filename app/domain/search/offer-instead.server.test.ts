import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeMember } from '#prisma/factories/member.ts';
import { makeThread, makeTopic } from '#prisma/factories/thread.ts';
import { db } from '#app/platform/db.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import { GUEST, type Member } from '../identity/viewer.ts';
import { createTopic } from '../topics/create-topic.server.ts';
import { drainOutbox } from './drain-outbox.server.ts';
import { offerInstead } from './offer-instead.server.ts';
import { parseSearchRequest } from './schema.ts';

let member: Member;
let topic: string;
let other: string;
let group: string;
const ask = (query: string) => parseSearchRequest(new URLSearchParams(query));
const offers = (query: string) => offerInstead(GUEST, ask(query), 'en');

beforeAll(async () => {
  member = await makeMember();
});

beforeEach(async () => {
  [topic, other] = [await makeTopic(), await makeTopic()];
  await makeThread(member, { topic, title: 'A borrowed zitherium', body: 'She plays the zitherium gently at night.' });
  await drainOutbox();
  const row = await db.topic.findUniqueOrThrow({
    where: { slug: topic },
    select: { group: { select: { slug: true } } },
  });
  group = row.group?.slug ?? '';
});

describe('instead of nothing', () => {
  it('a word that nobody wrote is put right, even in quotation marks', async () => {
    const { corrected } = await offers(`q="borowed zitherium"&topic=${topic}`);
    expect(corrected).toEqual({ q: '"borrowed zitherium"', total: 1 });
  });

  it('no word is told while any change waits', async () => {
    await makeThread(member, { topic, title: 'Not yet in the index' });
    expect((await offers(`q="borowed zitherium"&topic=${topic}`)).corrected).toBeNull();
  });

  it('fewer words are offered when they find something, and only then', async () => {
    const { fewer } = await offers(`q="zitherium played" night&topic=${topic}`);
    expect(fewer).toEqual([
      { q: 'zitherium played night', total: 1 },
      { q: 'night', total: 1 },
    ]);
    expect((await offers(`q="zitherium played" -night&topic=${topic}`)).fewer).toEqual([]);
  });

  it('the group around the topic is offered, and the whole forum', async () => {
    const beside = `beside-${newId()}`;
    const texts = { name: beside, description: '', synonyms: [] };
    await createTopic({ slug: beside, groupSlug: group, texts: { en: texts, nb: texts } });
    const { wider } = await offers(`q=zitherium&topic=${beside}`);
    expect(wider.map(({ topic: slug }) => slug)).toEqual([group, null]);
    expect(wider[0]?.total).toBe(1);
  });

  it('a place without it is not', async () => {
    expect((await offers(`q=zitherium&topic=${other}`)).wider.map(({ topic: slug }) => slug)).toEqual([null]);
    expect((await offers('q=vvvvwwww')).wider).toEqual([]);
  });

  it.each([
    ['a mark', 'q=%22'],
    ['a minus and a mark', 'q=-%22'],
    ['pictures', 'q=%F0%9F%AB%96+%E2%98%83'],
    ['marks without end', `q=${'"a '.repeat(160)}`],
    ['a topic that is not there', 'q=zz&topic=no-such-topic'],
  ])('%s gives an answer', async (_what, query) => {
    expect(await offers(query)).toMatchObject({ corrected: null });
  });
});
