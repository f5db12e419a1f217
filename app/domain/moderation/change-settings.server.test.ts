import { describe, expect, it } from 'vitest';
import { makeMember } from '#prisma/factories/member.ts';
import { getSettings } from '../settings/settings.server.ts';
import { changeSettings, getSettingsForEdit } from './change-settings.server.ts';
import { settingsFormSchema, typedOfSettings } from './settings-schema.ts';

const boss = await makeMember({ role: 'administrator' });

describe('the settings of the forum', () => {
  it('are the defaults until somebody chooses, and then what they chose, at once', async () => {
    const { settings, version } = await getSettingsForEdit(boss);
    expect(settings).toEqual({ holdNewcomers: false, newcomerLinks: 2, closeAfterDays: null });
    const chosen = { holdNewcomers: true, newcomerLinks: 0, closeAfterDays: 90 };
    await changeSettings(boss, { settings: chosen, version });
    expect(await getSettings()).toEqual(chosen);
    expect((await getSettingsForEdit(boss)).settings).toEqual(chosen);
  });

  it('are not changed over what somebody else has just saved', async () => {
    const { settings, version } = await getSettingsForEdit(boss);
    const save = (newcomerLinks: number) => changeSettings(boss, { settings: { ...settings, newcomerLinks }, version });
    const both = await Promise.allSettled([save(7), save(8)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(save(9)).rejects.toMatchObject({ code: 'conflict' });
    expect([7, 8]).toContain((await getSettings()).newcomerLinks);
  });

  it.each([
    [{ newcomerLinks: '51' }, 'newcomerLinks'],
    [{ newcomerLinks: '-1' }, 'newcomerLinks'],
    [{ newcomerLinks: '' }, 'newcomerLinks'],
    [{ newcomerLinks: '1.5' }, 'newcomerLinks'],
    [{ closeAfterDays: '6' }, 'closeAfterDays'],
    [{ closeAfterDays: '3651' }, 'closeAfterDays'],
    [{ closeAfterDays: 'never' }, 'closeAfterDays'],
  ])('are not what %j says', (given, field) => {
    const result = settingsFormSchema.safeParse({ newcomerLinks: '2', closeAfterDays: '', version: 'x', ...given });
    expect(result.error?.issues.map(({ path }) => path)).toEqual([[field]]);
  });

  it('are what the form has been filled with', () => {
    for (const settings of [
      { holdNewcomers: true, newcomerLinks: 0, closeAfterDays: null },
      { holdNewcomers: false, newcomerLinks: 50, closeAfterDays: 7 },
    ]) {
      expect(settingsFormSchema.parse({ ...typedOfSettings(settings), version: 'x' })).toMatchObject(settings);
    }
  });
});
