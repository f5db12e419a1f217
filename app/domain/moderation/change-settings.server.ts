import { createHash } from 'node:crypto';
import { DomainError } from '#app/platform/errors.ts';
import type { Member } from '../identity/viewer.ts';
import { readSettings, replaceSettings } from '../settings/settings.server.ts';
import type { Settings } from '../settings/schema.ts';
import { requireRight } from './rights.ts';

/** What administrators have chosen for the whole forum, and as which version of it. @throws DomainError not-allowed. */
export async function getSettingsForEdit(member: Member): Promise<{ settings: Settings; version: string }> {
  requireRight(member, 'changeSettings');
  const { settings, stored } = await readSettings();
  return { settings, version: versionOf(stored) };
}

/**
 * Changes some of them and leaves the others as they are. `version` is that of the form.
 *
 * @throws DomainError not-allowed, or conflict when somebody else has changed them meanwhile.
 */
export async function changeSettings(
  member: Member,
  { settings, version }: { settings: Partial<Settings>; version: string },
): Promise<void> {
  requireRight(member, 'changeSettings');
  const { settings: before, stored } = await readSettings();
  if (versionOf(stored) !== version || !(await replaceSettings(stored, { ...before, ...settings }))) {
    throw new DomainError('conflict', 'Somebody else has just changed the settings');
  }
}

function versionOf(stored: unknown): string {
  return createHash('sha256').update(JSON.stringify(stored)).digest('base64url').slice(0, 16);
}
