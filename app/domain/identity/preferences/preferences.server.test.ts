import { describe, expect, it } from 'vitest';
import { again, makeMember } from '#prisma/factories/member.ts';
import { db } from '#app/platform/db.server.ts';
import { changePreferences, getPreferences, preferencesOf } from './preferences.server.ts';

describe('what a member prefers', () => {
  it('has its defaults until something is chosen, and keeps the rest when one thing is', async () => {
    const member = await makeMember();
    expect(await getPreferences(member)).toMatchObject({ language: null, readMarks: true, shortcuts: true });
    await changePreferences(member, { readMarks: false });
    await changePreferences(again(member), { textSize: 'large' });
    const theirs = await getPreferences(again(member));
    expect(theirs).toMatchObject({ readMarks: false, textSize: 'large', shortcuts: true });
  });

  it('is read anew in the request that changed it', async () => {
    const member = await makeMember();
    await getPreferences(member);
    await changePreferences(member, { shortcuts: false });
    expect((await getPreferences(member)).shortcuts).toBe(false);
  });

  it('stands nowhere in clear, beside no account', async () => {
    const member = await makeMember();
    await changePreferences(member, { mutedMembers: ['somebody-else'] });
    const row = await db.vault.findUniqueOrThrow({ where: { tag: member.memberSecret.tag('vault', 'settings') } });
    expect(Buffer.from(row.ciphertext).toString('latin1')).not.toContain('somebody');
    expect(JSON.stringify(row)).not.toContain(member.accountId);
    expect(await preferencesOf({ kind: 'guest' })).toBeNull();
  });
});
