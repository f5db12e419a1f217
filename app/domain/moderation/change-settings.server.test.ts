import { describe, expect, it } from 'vitest';
import { makeMember } from '#prisma/factories/member.ts';
import { translator } from '#app/i18n/translator.ts';
import { settingsSchema } from '../settings/schema.ts';
import { getSettings } from '../settings/settings.server.ts';
import { changeSettings, getSettingsForEdit } from './change-settings.server.ts';
import { settingsFormSchema, typedOfSettings } from './settings-schema.ts';

const ABOUT = { name: 'Both Chairs', contact: null, languages: ['en', 'nb'] };
const FORM = { name: 'A', contact: '', languages: 'all' };

const boss = await makeMember({ role: 'administrator' });

describe('the settings of the forum', () => {
  it('are the defaults until somebody chooses, and then what they chose, at once', async () => {
    const { settings, version } = await getSettingsForEdit(boss);
    expect(settings).toEqual({
      ...ABOUT,
      isSetUp: false,
      holdNewcomers: false,
      newcomerLinks: 2,
      closeAfterDays: null,
    });
    const chosen = {
      ...settings,
      name: 'The Kitchen Table',
      holdNewcomers: true,
      newcomerLinks: 0,
      closeAfterDays: 90,
    };
    await changeSettings(boss, { settings: chosen, version });
    expect(await getSettings()).toEqual(chosen);
    expect((await getSettingsForEdit(boss)).settings).toEqual(chosen);
    expect(translator('nb')('home.title')).toMatch(/^The Kitchen Table: /);
    await changeSettings(boss, { settings: { name: ABOUT.name }, version: (await getSettingsForEdit(boss)).version });
    expect(await getSettings()).toEqual({ ...chosen, name: ABOUT.name });
    expect(translator('en')('site.name')).toBe(ABOUT.name);
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
    [{ name: ' ' }, 'name'],
    [{ name: 'x'.repeat(41) }, 'name'],
    [{ languages: 'fr' }, 'languages'],
    [{ closeAfterDays: '6' }, 'closeAfterDays'],
    [{ closeAfterDays: '3651' }, 'closeAfterDays'],
    [{ closeAfterDays: 'never' }, 'closeAfterDays'],
  ])('are not what %j says', (given, field) => {
    const result = settingsFormSchema.safeParse({
      ...FORM,
      newcomerLinks: '2',
      closeAfterDays: '',
      version: 'x',
      ...given,
    });
    expect(result.error?.issues.map(({ path }) => path)).toEqual([[field]]);
  });

  it('are what the form has been filled with', () => {
    for (const settings of [
      settingsSchema.parse({ holdNewcomers: true, newcomerLinks: 0 }),
      settingsSchema.parse({
        name: 'A',
        contact: 'a@b.example',
        languages: ['nb'],
        newcomerLinks: 50,
        closeAfterDays: 7,
      }),
    ]) {
      const { isSetUp: _, ...shown } = settings;
      expect(settingsFormSchema.parse({ ...typedOfSettings(settings), version: 'x' })).toMatchObject(shown);
    }
  });
});
