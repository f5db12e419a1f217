import { DAY_MS, startOfDay } from '#app/platform/times.ts';
import type { Member, Role } from './viewer.ts';

/** Days in which somebody who has become staff may act before their second factor is there (docs/decisions/022). */
export const GRACE_DAYS = 7;

export type Standing = {
  /** The role that holds at present. */
  role: Role;
  /** The role that rests until there is a second factor. */
  roleOnHold: Role | null;
  /** The last day on which the role holds without one. */
  secondFactorDue: Date | null;
};

type Account = { role: Role; staffSince: Date | null; hasSecondFactor: boolean };

/** What an account's role is worth on the day of `time`: staff need a second factor, after some days of grace. */
export function standingOf({ role, staffSince, hasSecondFactor }: Account, time: Date): Standing {
  if (role === 'member' || hasSecondFactor) return { role, roleOnHold: null, secondFactorDue: null };
  const due = staffSince && secondFactorDue(staffSince);
  if (due && startOfDay(time) <= due) return { role, roleOnHold: null, secondFactorDue: due };
  return { role: 'member', roleOnHold: role, secondFactorDue: null };
}

/** The last day of grace for staff since `staffSince`. */
export function secondFactorDue(staffSince: Date): Date {
  return new Date(startOfDay(staffSince).getTime() + GRACE_DAYS * DAY_MS);
}

/** What a page says of it: the role that rests, or the day until which it holds. Both null where nothing is owed. */
export type SecondFactorDuty = { roleOnHold: Exclude<Role, 'member'> | null; due: Date | null };

export function dutyOf({ roleOnHold, secondFactorDue: due }: Member): SecondFactorDuty {
  return { roleOnHold: roleOnHold === 'member' ? null : (roleOnHold ?? null), due: due ?? null };
}
