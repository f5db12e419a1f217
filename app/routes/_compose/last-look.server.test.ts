import { describe, expect, it } from 'vitest';
import { again, makeMember } from '#prisma/factories/member.ts';
import { makeReply, makeThread, makeTopic } from '#prisma/factories/thread.ts';
import { listEarlierDetails } from '#app/domain/privacy/earlier-details.server.ts';
import { keyOf, writeKeys } from '#app/domain/privacy/identifying/finding-keys.ts';
import { listNames } from '#app/domain/posts/list-names.server.ts';
import { GUEST } from '#app/domain/identity/viewer.ts';
import { lastLook } from './last-look.server.ts';

const LOOK = { fields: ['body'] };
const NAME = keyOf({ kind: 'name', text: 'Mette' });
const BODY = 'I told Mette. Later on, Mette rang Mrs Berg.';

const look = async (typed: Record<string, string>, more: Partial<Parameters<typeof lastLook>[1]> = {}, ok = true) =>
  (await lastLook({ typed, ok }, { ...LOOK, ...more }))?.data;
const found = (answer: Awaited<ReturnType<typeof look>>) => answer?.look?.finds.map(({ text }) => text);

describe('the last look before publishing', () => {
  it('lets through what points to nobody', async () => {
    expect(await look({ body: 'My client said nothing all hour.' })).toBeUndefined();
  });

  it('brings the form back with the finds and the text as readers would see it, once', async () => {
    const answer = await look({ body: BODY, formKey: 'k' });
    expect(found(answer)).toEqual(['Mette', 'Mette', 'Berg']);
    expect(answer?.preview).toContain('<p>I told Mette.');
    expect(answer?.typed).toMatchObject({ body: BODY, formKey: 'k' });
    expect(await look(answer?.typed ?? {})).toBeUndefined();
  });

  it('comes back for what was written since, and for nothing else', async () => {
    const { typed = {} } = (await look({ body: BODY })) ?? {};
    const answer = await look({ ...typed, body: `${BODY} She lives in Drammen.` });
    expect(found(answer)).toEqual(['Mette', 'Mette', 'Berg', 'Drammen']);
  });

  it('puts wider words in every place of a find, and publishes nothing by that', async () => {
    const answer = await look({ body: BODY, take: NAME });
    expect(answer?.typed).toMatchObject({ body: 'I told [name]. Later on, [name] rang Mrs Berg.' });
    expect(answer?.typed).not.toHaveProperty('take');
    expect(found(answer)).toEqual(['Berg']);
  });

  it('puts a find aside for good, though the form has other faults', async () => {
    const answer = await look({ body: BODY, leave: NAME }, {}, false);
    expect(found(answer)).toEqual(['Berg']);
    expect(await look(answer?.typed ?? {})).toBeUndefined();
  });

  it('leaves a form with other faults to them', async () => {
    expect(await look({ body: BODY }, {}, false)).toBeUndefined();
  });

  it('says nothing of what stood in a post before its edit', async () => {
    const known = (await look({ body: BODY }))?.look?.finds ?? [];
    expect(await look({ body: `${BODY} So be it.` }, { known })).toBeUndefined();
  });

  it('knows the names of the thread', async () => {
    expect(await look({ body: 'I agree with Still Otter.' }, { allow: () => ['Still Otter'] })).toBeUndefined();
  });

  it('takes keys that nobody made for no keys', async () => {
    expect(found(await look({ body: BODY, seen: 'zz  ,,', left: '' }))).toHaveLength(3);
    expect(writeKeys(['a', 'b', 'a'])).toBe('a b');
  });
});

describe('what was told before in the thread', () => {
  const scene = async () => {
    const [opener, member] = [await makeMember(), await makeMember()];
    const thread = await makeThread(opener, { topic: await makeTopic(), body: 'It was in Bergen.' });
    await makeReply(member, thread.id, { body: 'I work in Drammen. Mette knows.', as: 'anonymous' });
    return { opener, member, threadId: thread.id };
  };
  const asked = { as: 'anonymous', allow: [], besides: new Set<string>() } as const;

  it('is one’s own alone, under the name one writes under', async () => {
    const { opener, member, threadId } = await scene();
    const told = async (who: typeof member, as: 'anonymous' | 'pen-name') =>
      (await listEarlierDetails(again(who), { ...asked, as, threadId })).map(({ text }) => text);
    expect(await told(member, 'anonymous')).toEqual(['Drammen', 'Mette']);
    expect(await told(member, 'pen-name')).toEqual([]);
    expect(await told(opener, 'anonymous')).toEqual(['Bergen']);
  });

  it('leaves out what stands in the text at hand, and names that are nobody’s', async () => {
    const { member, threadId } = await scene();
    const besides = new Set([keyOf({ kind: 'place', text: 'Drammen' })]);
    const request = { ...asked, besides, allow: ['Mette'], threadId };
    expect(await listEarlierDetails(again(member), request)).toEqual([]);
  });

  it('lists every name of a thread once', async () => {
    const { member, threadId } = await scene();
    await makeReply(again(member), threadId);
    await makeReply(await makeMember(), threadId, { as: 'pen-name' });
    expect(await listNames(GUEST, threadId)).toHaveLength(3);
  });
});
