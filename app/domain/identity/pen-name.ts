/** Names that would read as an office, as anonymity or as the forum itself. */
const RESERVED = new Set([
  'admin',
  'administrator',
  'anonym',
  'anonymous',
  'bothchairs',
  'both-chairs',
  'both_chairs',
  'moderator',
  'root',
  'staff',
  'support',
  'system',
]);

/** Letters and digits of any script, parted by single dots, dashes or underscores: never a blank, so never like an alias. */
const SHAPE = /^[\p{L}\p{N}]+(?:[._-][\p{L}\p{N}]+)*$/u;

export const PEN_NAME_LENGTH = { min: 3, max: 30 } as const;

export function isPenName(text: string): boolean {
  const { length } = Array.from(text);
  return length >= PEN_NAME_LENGTH.min && length <= PEN_NAME_LENGTH.max && SHAPE.test(text);
}

export function isReservedPenName(text: string): boolean {
  return RESERVED.has(penNameKey(text));
}

/** The pen name as it is compared: two that look the same must not both exist. */
export function penNameKey(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
