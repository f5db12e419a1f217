import { z, type ZodType } from 'zod';
import { isUniqueViolation } from '#prisma/client.ts';
import { db } from '#app/platform/db.server.ts';
import type { Member } from './viewer.ts';

/** Every vault there is, so that who leaves can empty them all. */
export const VAULT_NAMES = ['following', 'searches', 'settings'] as const;
export type VaultName = (typeof VAULT_NAMES)[number];

/** One vault a kind and member: what it holds, the room that uses it says in a schema that takes `{}` for an empty one. */
export type VaultKind<Content> = { readonly name: VaultName; readonly schema: ZodType<Content> };

type Found<Content> = { row: { tag: Uint8Array<ArrayBuffer>; version: number } | null; content: Content };

/** What the member keeps in this vault; an empty one if there is none, or none that this server's keys can find. */
export async function readVault<Content>(member: Member, kind: VaultKind<Content>): Promise<Content> {
  return (await find(member, kind)).content;
}

/** Puts `change(what was there)` into the vault. Of two writers at once the later sees what the earlier wrote. */
export async function changeVault<Content>(
  member: Member,
  kind: VaultKind<Content>,
  change: (content: Content) => Content,
): Promise<Content> {
  for (;;) {
    const { row, content } = await find(member, kind);
    const changed = change(content);
    const ciphertext = member.memberSecret.sealJson('vault', kind.name, changed);
    if (row ? await replace(row, ciphertext) : await create(member, kind, ciphertext)) return changed;
  }
}

/** What all of the member's vaults hold, by name: for their export. Empty ones are left out. */
export async function readAllVaults(member: Member): Promise<Partial<Record<VaultName, unknown>>> {
  const contents: Partial<Record<VaultName, unknown>> = {};
  for (const name of VAULT_NAMES) {
    const { row, content } = await find(member, { name, schema: z.unknown() });
    if (row) contents[name] = content;
  }
  return contents;
}

/** Empties all of the member's vaults for good. */
export async function dropAllVaults({ memberSecret }: Member): Promise<void> {
  const tags = VAULT_NAMES.flatMap((name) => memberSecret.tags('vault', name));
  await db.vault.deleteMany({ where: { tag: { in: tags } } });
}

async function find<Content>(member: Member, { name, schema }: VaultKind<Content>): Promise<Found<Content>> {
  const rows = await db.vault.findMany({ where: { tag: { in: member.memberSecret.tags('vault', name) } } });
  for (const { tag, version, ciphertext } of rows) {
    const plain = member.memberSecret.openJson('vault', name, ciphertext);
    if (plain !== null) return { row: { tag, version }, content: schema.parse(plain) };
  }
  // One that was tampered with is as good as empty, and the next write mends it.
  return { row: rows[0] ?? null, content: schema.parse({}) };
}

async function replace(
  { tag, version }: { tag: Uint8Array<ArrayBuffer>; version: number },
  ciphertext: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  const { count } = await db.vault.updateMany({
    where: { tag, version },
    data: { ciphertext, version: { increment: 1 } },
  });
  return count === 1;
}

async function create(
  { memberSecret }: Member,
  { name }: VaultKind<unknown>,
  ciphertext: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  try {
    await db.vault.create({ data: { tag: memberSecret.tag('vault', name), ciphertext }, select: { tag: true } });
    return true;
  } catch (error) {
    if (isUniqueViolation(error)) return false;
    throw error;
  }
}
