import { z, type ZodType } from 'zod';
import { isUniqueViolation } from '#prisma/client.ts';
import { db } from '#app/platform/db.server.ts';
import type { Member } from './viewer.ts';

/** Every vault there is, so that who leaves can empty them all. */
export const VAULT_NAMES = ['following', 'searches', 'settings'] as const;
export type VaultName = (typeof VAULT_NAMES)[number];

/** One vault a kind and member: what it holds, the room that uses it says in a schema that takes `{}` for an empty one. */
export type VaultKind<Content> = { readonly name: VaultName; readonly schema: ZodType<Content> };

type Row = { tag: Uint8Array<ArrayBuffer>; version: number; ciphertext: Uint8Array };

type Found<Content> = { row: Row | null; content: Content };

/** What the member keeps in this vault; an empty one if there is none, or none that this server's keys can find. */
export async function readVault<Content>(member: Member, kind: VaultKind<Content>): Promise<Content> {
  const rows = ofRequest.get(member) ?? findRows(member);
  ofRequest.set(member, rows);
  return find(member, kind, await rows).content;
}

/** Puts `change(what was there)` into the vault. Of two writers at once the later sees what the earlier wrote. */
export async function changeVault<Content>(
  member: Member,
  kind: VaultKind<Content>,
  change: (content: Content) => Content,
): Promise<Content> {
  for (;;) {
    const { row, content } = find(member, kind, await findRows(member));
    const changed = change(content);
    const ciphertext = member.memberSecret.sealJson('vault', kind.name, changed);
    if (!(row ? await replace(row, ciphertext) : await create(member, kind, ciphertext))) continue;
    ofRequest.delete(member);
    return changed;
  }
}

/** What all of the member's vaults hold, by name: for their export. Empty ones are left out. */
export async function readAllVaults(member: Member): Promise<Partial<Record<VaultName, unknown>>> {
  const contents: Partial<Record<VaultName, unknown>> = {};
  const rows = await findRows(member);
  for (const name of VAULT_NAMES) {
    const { row, content } = find(member, { name, schema: z.unknown() }, rows);
    if (row) contents[name] = content;
  }
  return contents;
}

/** Empties all of the member's vaults for good. */
export async function dropAllVaults(member: Member): Promise<void> {
  await db.vault.deleteMany({ where: { tag: { in: allTags(member) } } });
  ofRequest.delete(member);
}

/** A page asks for several vaults: all are found at once. A member object lives as long as its request. */
const ofRequest = new WeakMap<Member, Promise<Row[]>>();

function findRows(member: Member): Promise<Row[]> {
  return db.vault.findMany({ where: { tag: { in: allTags(member) } } });
}

function allTags({ memberSecret }: Member) {
  return VAULT_NAMES.flatMap((name) => memberSecret.tags('vault', name));
}

function find<Content>(
  { memberSecret }: Member,
  { name, schema }: VaultKind<Content>,
  rows: readonly Row[],
): Found<Content> {
  const tags = memberSecret.tags('vault', name).map((tag) => Buffer.from(tag));
  const own = rows.filter(({ tag }) => tags.some((one) => one.equals(tag)));
  for (const row of own) {
    const plain = memberSecret.openJson('vault', name, row.ciphertext);
    if (plain !== null) return { row, content: schema.parse(plain) };
  }
  // One that was tampered with is as good as empty, and the next write mends it.
  return { row: own[0] ?? null, content: schema.parse({}) };
}

async function replace({ tag, version }: Row, ciphertext: Uint8Array<ArrayBuffer>): Promise<boolean> {
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
