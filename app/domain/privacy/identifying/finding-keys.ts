import type { DetailKind, Finding } from './finding.ts';

/** More finds than these no form remembers. */
const MOST_KEYS = 400;

/** A find in a field of a form, with a little of what stands around it. The same words of the same kind have the same `key`, wherever they stand. */
export type FieldFinding = Finding & { field: string; key: string; before: string; after: string };

/** What one has told before in the same place. */
export type EarlierDetail = { kind: DetailKind; text: string };

/** The keys that a form remembers, as it carries them: parted by spaces. */
export const readKeys = (text: string | undefined): ReadonlySet<string> =>
  new Set((text ?? '').split(' ').filter(Boolean));
export const writeKeys = (keys: Iterable<string>): string => [...new Set(keys)].slice(0, MOST_KEYS).join(' ');

/** FNV-1a of 32 bits: it hides nothing, for it only goes back and forth with the text itself. */
export function keyOf({ kind, text }: Pick<Finding, 'kind' | 'text'>): string {
  let hash = 0x811c9dc5;
  for (const unit of `${kind} ${text.toLowerCase()}`) hash = Math.imul(hash ^ (unit.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0).toString(36);
}
