import { createHash } from 'node:crypto';
import { DomainError } from '#app/platform/errors.ts';
import { newId } from '#app/platform/ids.server.ts';
import type { Member } from '../../identity/viewer.ts';
import { requireRight } from '../../moderation/rights.ts';
import type { Refusal } from '../../threads/render-body.server.ts';
import { loadSearchSettings } from '../search-settings.server.ts';
import { checkGroup } from './check-group.ts';
import { SYNONYM_LIMITS } from './limits.ts';
import type { SynonymActInput, SynonymGroupInput } from './schema.ts';
import {
  groupsWith,
  readSynonymChanges,
  replaceSynonymChanges,
  SHIPPED_GROUPS,
  type KeptGroup,
  type SynonymChanges,
} from './stored.server.ts';
import type { SynonymEntry, SynonymGroupView, SynonymOrigin } from './views.ts';

const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** All groups of synonyms: the forum's own first, then those that it ships with, those left out included. @throws DomainError not-allowed. */
export async function listSynonymGroups(member: Member): Promise<SynonymEntry[]> {
  requireRight(member, 'editTopics');
  const { changes } = await readSynonymChanges();
  const added = Object.keys(changes).filter((id) => !SHIPPED_GROUPS.has(id));
  return [...added, ...SHIPPED_GROUPS.keys()].flatMap((id) => entryOf(id, changes) ?? []);
}

/** A group, as which version of it, and as it was shipped, if it was. */
export type EditedGroup = SynonymEntry & { version: string; shipped: SynonymGroupView | null };

/** @throws DomainError not-allowed or not-found. */
export async function getSynonymGroup(member: Member, id: string): Promise<EditedGroup> {
  requireRight(member, 'editTopics');
  const { changes } = await readSynonymChanges();
  const entry = entryOf(id, changes);
  if (!entry) throw new DomainError('not-found', 'No such group of synonyms');
  const shipped = SHIPPED_GROUPS.get(id);
  return { ...entry, shipped: shipped ? viewOf(shipped) : null, version: versionOf(inForce(id, changes)) };
}

export type SaveSynonymsResult =
  | { kind: 'saved' }
  | Refusal
  /** Somebody changed the group meanwhile: what stands there now (null: nothing), and as which version. */
  | { kind: 'stale'; theirs: SynonymGroupView | null; version: string };

/** Of a group that is not there. */
export const NO_VERSION = versionOf(null);

/**
 * Makes a group, or with `id` changes one, of which `input.version` says what it was. In force in every process about at once.
 *
 * @throws DomainError not-allowed or not-found.
 */
export async function saveSynonymGroup(
  member: Member,
  { id: given, input }: { id: string | null; input: SynonymGroupInput },
): Promise<SaveSynonymsResult> {
  requireRight(member, 'editTopics');
  if (given !== null && !ID.test(given)) throw new DomainError('not-found', 'No such group of synonyms');
  if (input.direction === 'two-way' && input.to.length > 0) {
    return { kind: 'refused', field: 'to', fault: 'faults.synonymToTwoWay' };
  }
  const id = given ?? newId();
  const group = groupOf(id, input);
  return change<SaveSynonymsResult>((changes) => {
    const current = inForce(id, changes);
    const version = versionOf(current);
    if (given !== null && version !== input.version) {
      return { result: { kind: 'stale', theirs: current && viewOf(current), version } };
    }
    const others = groupsWith(changes).filter((other) => other.id !== id);
    const refusal = checkGroup(group, others) ?? checkRoom(id, changes);
    if (refusal) return { result: refusal };
    return { result: { kind: 'saved' }, changes: withGroup(changes, id, group) };
  });
}

/**
 * Leaves a group out, or puts back what was shipped under its id (nothing, for one of the forum's own).
 *
 * @throws DomainError not-allowed, not-found, or conflict when it was changed meanwhile.
 */
export async function actOnSynonymGroup(
  member: Member,
  { id, act: { intent, version } }: { id: string; act: SynonymActInput },
): Promise<void> {
  requireRight(member, 'editTopics');
  await change((changes) => {
    if (!entryOf(id, changes)) throw new DomainError('not-found', 'No such group of synonyms');
    if (versionOf(inForce(id, changes)) !== version) {
      throw new DomainError('conflict', 'Somebody else has just changed this group');
    }
    const group = intent === 'put-back' ? (SHIPPED_GROUPS.get(id) ?? null) : null;
    return { result: null, changes: withGroup(changes, id, group) };
  });
}

/** Of two that change at once, the later sees what the earlier wrote. */
async function change<Result>(
  decide: (changes: SynonymChanges) => { result: Result; changes?: SynonymChanges },
): Promise<Result> {
  for (;;) {
    const found = await readSynonymChanges();
    const { result, changes } = decide(found.changes);
    if (changes === undefined) return result;
    if (await replaceSynonymChanges(found.stored, changes)) {
      await loadSearchSettings();
      return result;
    }
  }
}

/** What is as it was shipped is no change. */
function withGroup(changes: SynonymChanges, id: string, group: KeptGroup | null): SynonymChanges {
  const { [id]: _, ...others } = changes;
  const shipped = SHIPPED_GROUPS.get(id) ?? null;
  return versionOf(group) === versionOf(shipped) ? others : { ...others, [id]: group };
}

function checkRoom(id: string, changes: SynonymChanges): Refusal | null {
  if (Object.hasOwn(changes, id) || Object.keys(changes).length < SYNONYM_LIMITS.own) return null;
  return { kind: 'refused', field: 'terms', fault: 'faults.synonymGroupsMany', values: { max: SYNONYM_LIMITS.own } };
}

function inForce(id: string, changes: SynonymChanges): KeptGroup | null {
  return (Object.hasOwn(changes, id) ? changes[id] : SHIPPED_GROUPS.get(id)) ?? null;
}

function entryOf(id: string, changes: SynonymChanges): SynonymEntry | null {
  const shipped = SHIPPED_GROUPS.get(id);
  const group = inForce(id, changes) ?? shipped;
  return group ? { group: viewOf(group), origin: originOf(id, changes) } : null;
}

function originOf(id: string, changes: SynonymChanges): SynonymOrigin {
  if (!SHIPPED_GROUPS.has(id)) return 'added';
  if (!Object.hasOwn(changes, id)) return 'shipped';
  return changes[id] === null ? 'removed' : 'changed';
}

function viewOf(group: KeptGroup): SynonymGroupView {
  const { id, lang, direction, caseSensitive = [], note = null } = group;
  const [terms, to] = group.direction === 'two-way' ? [group.terms, []] : [group.from, group.to];
  return { id, lang, direction, terms, to, caseSensitive, note };
}

function groupOf(id: string, { direction, lang, terms, to, caseSensitive, note }: SynonymGroupInput): KeptGroup {
  const more = {
    ...(caseSensitive.length > 0 && { caseSensitive }),
    ...(note !== null && { note }),
  };
  return direction === 'two-way'
    ? { id, lang, direction, terms, ...more }
    : { id, lang, direction, from: terms, to, ...more };
}

/** The same for the same group, in whatever order its fields were written. */
function versionOf(group: KeptGroup | null): string {
  const fields = Object.entries(group ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(fields)).digest('base64url').slice(0, 16);
}
