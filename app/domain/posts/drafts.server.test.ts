import { afterEach, describe, expect, it } from 'vitest';
import { makeMember } from '#prisma/factories/member.ts';
import type { Member } from '#app/domain/identity/viewer.ts';
import { useSealKeys, sealKeys } from '#app/platform/seal-keys.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import { db } from '#app/platform/db.server.ts';
import {
  dropAllDrafts,
  dropDraft,
  dropDraftOf,
  getDraft,
  listDrafts,
  MOST_DRAFTS,
  saveDraft,
} from './drafts.server.ts';

const [sealKey] = sealKeys();
afterEach(() => useSealKeys([sealKey]));

const draft = (body: string) => ({ number: null, threadId: null, typed: { title: 'Half a title', body } });

describe('drafts', () => {
  it('come back as they were typed, to their writer alone', async () => {
    const [member, other] = [await makeMember(), await makeMember()];
    const number = await saveDraft(member, draft('Blåbær 🫐 & more'));
    expect(await getDraft(member, number)).toMatchObject({ typed: { body: 'Blåbær 🫐 & more' } });
    expect(await listDrafts(other)).toEqual([]);
    await expect(getDraft(other, number)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('are written over in place, and thrown away one by one or all together', async () => {
    const member = await makeMember();
    const number = await saveDraft(member, draft('first'));
    expect(await saveDraft(member, { ...draft('second'), number })).toBe(number);
    await saveDraft(member, draft('another'));
    expect((await listDrafts(member)).map(({ typed }) => typed['body']).sort()).toEqual(['another', 'second']);
    await dropDraft(member, number);
    expect(await listDrafts(member)).toHaveLength(1);
    await dropAllDrafts(member);
    expect(await listDrafts(member)).toEqual([]);
  });

  it('are one for each form, whatever else took its number meanwhile', async () => {
    const member = await makeMember();
    const [mine, other] = ['formaaaaaaaaaaaaaa', 'formbbbbbbbbbbbbbb'];
    const number = await saveDraft(member, { ...draft('first'), formKey: mine });
    expect(await saveDraft(member, { ...draft('second'), formKey: mine })).toBe(number);
    await dropDraft(member, number);
    await saveDraft(member, { ...draft('of another tab'), formKey: other });
    await saveDraft(member, { ...draft('third'), number, formKey: mine });
    expect((await listDrafts(member)).map(({ typed }) => typed['body']).sort()).toEqual(['of another tab', 'third']);
    await dropDraftOf(member, { number, formKey: mine });
    expect((await listDrafts(member)).map(({ typed }) => typed['body'])).toEqual(['of another tab']);
  });

  it('get different numbers when two tabs save at once', async () => {
    const member = await makeMember();
    const numbers = await Promise.all(['one', 'two', 'three'].map((body) => saveDraft(member, draft(body))));
    expect(new Set(numbers).size).toBe(3);
  });

  it('stand in rows that hold a tag and a ciphertext, in steps of length', async () => {
    const member = await makeMember();
    const before = new Set((await db.draft.findMany()).map(({ tag }) => Buffer.from(tag).toString('hex')));
    await saveDraft(member, draft('a'));
    await saveDraft(member, draft('a somewhat longer text, of the same step'));
    const rows = (await db.draft.findMany()).filter(({ tag }) => !before.has(Buffer.from(tag).toString('hex')));
    expect(Object.keys(rows[0] ?? {}).sort()).toEqual(['ciphertext', 'tag']);
    expect(rows[0]?.ciphertext.length).toBe(rows[1]?.ciphertext.length);
  });

  it('are bounded in number', async () => {
    const member = await makeMember();
    for (let count = 0; count < MOST_DRAFTS; count++) await saveDraft(member, draft(String(count)));
    await expect(saveDraft(member, draft('one too many'))).rejects.toMatchObject({ code: 'conflict' });
  });

  it('are found under an older seal key, and are nobody’s once it is lost', async () => {
    const member = await makeMember();
    await saveDraft(member, draft('before'));
    // The keys are read once at start.
    const afterRestart = (): Member => ({ ...member, sessionKey: newId() });
    useSealKeys([Buffer.alloc(32, 1), sealKey]);
    const later = afterRestart();
    await saveDraft(later, draft('after'));
    expect(await listDrafts(later)).toHaveLength(2);
    useSealKeys([Buffer.alloc(32, 1)]);
    expect((await listDrafts(afterRestart())).map(({ typed }) => typed['body'])).toEqual(['after']);
  });

  it('that were tampered with are left out', async () => {
    const member = await makeMember();
    const number = await saveDraft(member, draft('whole'));
    const tag = member.memberSecret.tag('draft', number);
    const { ciphertext } = await db.draft.findUniqueOrThrow({ where: { tag } });
    ciphertext[40]! ^= 1;
    await db.draft.update({ where: { tag }, data: { ciphertext } });
    expect(await listDrafts(member)).toEqual([]);
  });
});
