import { db } from '#app/platform/db.server.ts';
import { postHistoryPath, postInThreadPath } from '#app/platform/urls.ts';
import { penNameKey } from '../identity/pen-name.ts';
import { INVENTORY, type Table } from './inventory.ts';

/** Tables that hold texts: of these the places are named, where everybody can read what the forum shows of them. */
const SHOWN_AS_LINKS: Readonly<Record<string, (accountId: string) => Promise<string[]>>> = {
  posts: linksOfPosts,
  revisions: linksOfRevisions,
};

/**
 * Everything that is held about an account, as lines for the operator: every row that names it, with every column (of bytes only
 * how many there are), and in words what cannot be listed because nothing ties it to the account. Null when nobody has the name.
 */
export async function whatWeHold(penName: string, { origin }: { origin: string }): Promise<string[] | null> {
  const account = await db.account.findUnique({
    where: { penNameKey: penNameKey(penName) },
    select: { id: true, penName: true },
  });
  if (!account) return null;
  const lines = [`What is held about “${account.penName}”`];
  for (const [name, table] of Object.entries(INVENTORY)) {
    if (table.names !== 'nobody') lines.push('', ...(await linesOf(name, table, { id: account.id, origin })));
  }
  return [...lines, '', ...untiedLines()];
}

async function linesOf(name: string, table: Table, { id, origin }: { id: string; origin: string }): Promise<string[]> {
  const links = await SHOWN_AS_LINKS[name]?.(id);
  if (links) return [headOf(name, table, links.length), ...links.map((path) => `  ${origin}${path}`)];
  const rows = await readRows(name, table, id);
  const width = Math.max(...Object.keys(table.columns).map((column) => column.length));
  return [
    headOf(name, table, rows.length),
    ...rows.flatMap((row, index) => [
      ...(index > 0 ? ['  —'] : []),
      ...Object.entries(table.columns).map(
        ([column, { what }]) => `  ${column.padEnd(width)}  ${row[column] ?? '–'}   (${what})`,
      ),
    ]),
  ];
}

function headOf(name: string, { what }: Table, count: number): string {
  return `${name}: ${count === 1 ? '1 row' : `${count} rows`}. ${what}.`;
}

/** Names of tables and columns are the inventory's own; the account's id is a parameter. */
async function readRows(name: string, { by, columns }: Table, accountId: string) {
  const selected = Object.keys(columns).map(
    (column) =>
      `CASE pg_typeof("${column}")::text WHEN 'bytea' THEN (length("${column}"::text) - 2) / 2 || ' bytes'
       ELSE "${column}"::text END AS "${column}"`,
  );
  const where = by.map((column) => `"${column}" = $1`).join(' OR ');
  return db.$queryRawUnsafe<Record<string, string | null>[]>(
    `SELECT ${selected.join(', ')} FROM "${name}" WHERE ${where} ORDER BY 1`,
    accountId,
  );
}

async function linksOfPosts(accountId: string): Promise<string[]> {
  const posts = await db.post.findMany({
    where: { authorId: accountId },
    orderBy: { id: 'asc' },
    select: { number: true, thread: { select: { id: true, slug: true } } },
  });
  return posts.map(({ number, thread }) => postInThreadPath(thread, number));
}

async function linksOfRevisions(accountId: string): Promise<string[]> {
  const revisions = await db.revision.findMany({
    where: { moderatorId: accountId },
    orderBy: { id: 'asc' },
    select: { postId: true },
  });
  return revisions.map(({ postId }) => postHistoryPath(postId));
}

function untiedLines(): string[] {
  const untied = Object.values(INVENTORY).flatMap((table) => (table.untied === undefined ? [] : [`  ${table.untied}`]));
  return ['What cannot be listed, because nothing ties it to the account', ...untied];
}
