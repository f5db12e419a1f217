import { describe, expect, it } from 'vitest';
import { standingOf } from './second-factor-duty.ts';

const since = new Date('2026-03-02');
const at = (time: string) => new Date(`2026-03-${time}Z`);
const moderator = { role: 'moderator', staffSince: since, hasSecondFactor: false } as const;

describe('the second factor that staff owe', () => {
  it.each(['02T00:00', '05T12:00', '09T23:59'])('is not missed yet on 2026-03-%s: the role holds', (time) => {
    expect(standingOf(moderator, at(time))).toEqual({
      role: 'moderator',
      roleOnHold: null,
      secondFactorDue: at('09T00:00'),
    });
  });

  it.each([
    ['after seven days', { staffSince: since }],
    ['when nobody knows since when', { staffSince: null }],
  ])('puts the role on hold %s', (_, given) => {
    expect(standingOf({ ...moderator, ...given }, at('10T00:00'))).toEqual({
      role: 'member',
      roleOnHold: 'moderator',
      secondFactorDue: null,
    });
  });

  it.each([
    ['staff who have one', { ...moderator, hasSecondFactor: true }],
    ['members', { role: 'member', staffSince: null, hasSecondFactor: false } as const],
  ])('is no matter for %s', (_, account) => {
    const standing = { role: account.role, roleOnHold: null, secondFactorDue: null };
    expect(standingOf(account, at('30T00:00'))).toEqual(standing);
  });
});
