import { changeVault, readVault } from '../vault.server.ts';
import type { Member, Viewer } from '../viewer.ts';
import { PREFERENCES, type Preferences } from './schema.ts';

/** How the member wants the forum to be, read once a request. */
export function getPreferences(member: Member): Promise<Preferences> {
  const known = ofRequest.get(member);
  if (known) return known;
  const read = readVault(member, PREFERENCES);
  ofRequest.set(member, read);
  return read;
}

/** The same of whoever asks; null for a guest, who has none that the forum keeps. */
export async function preferencesOf(viewer: Viewer): Promise<Preferences | null> {
  return viewer.kind === 'guest' ? null : getPreferences(viewer);
}

/** Changes some of them, and leaves the others as they are. */
export async function changePreferences(member: Member, changes: Partial<Preferences>): Promise<Preferences> {
  ofRequest.delete(member);
  return changeVault(member, PREFERENCES, (preferences) => ({ ...preferences, ...changes }));
}

/** A member object lives as long as its request. */
const ofRequest = new WeakMap<Member, Promise<Preferences>>();
