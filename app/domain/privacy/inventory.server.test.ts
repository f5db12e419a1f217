import { readFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';
import { describe, expect, it } from 'vitest';
import { makeMember } from '#prisma/factories/member.ts';
import { makeReply, makeThread, makeTopic } from '#prisma/factories/thread.ts';
import { db } from '#app/platform/db.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import { lockWithPassword } from '../identity/password-key.server.ts';
import { listMyPersonas } from '../authorship/ledger.server.ts';
import { hidePost } from '../moderation/hide-post.server.ts';
import { INVENTORY, inventoryMarkdown } from './inventory.ts';
import { whatWeHold } from './what-we-hold.server.ts';

const ORIGIN = 'https://forum.test';
const THREAT_MODEL = 'docs/threat-model.md';

describe('the inventory', () => {
  it('has an entry for every column that the database has, and for no other', async () => {
    const columns = await db.$queryRaw<{ name: string }[]>`
      SELECT CASE table_schema WHEN 'public' THEN '' ELSE table_schema || '.' END || table_name || '.' || column_name AS name
      FROM information_schema.columns
      WHERE table_schema NOT IN ('pg_catalog', 'information_schema')
        AND NOT (table_schema = 'pgboss' AND table_name ~ '^j[0-9a-f]{56}$')`;
    const entries = Object.entries(INVENTORY).flatMap(([table, { columns }]) =>
      Object.keys(columns).map((column) => `${table}.${column}`),
    );
    expect(entries.sort()).toEqual(columns.map(({ name }) => name).sort());
  });

  it('says of every column that refers to an account, and of no other, that it names one', async () => {
    const references = await db.$queryRaw<{ name: string }[]>`
      SELECT kcu.table_name || '.' || kcu.column_name AS name
      FROM information_schema.referential_constraints rc
      JOIN information_schema.key_column_usage kcu USING (constraint_schema, constraint_name)
      JOIN information_schema.constraint_column_usage ccu USING (constraint_schema, constraint_name)
      WHERE ccu.table_name = 'accounts' AND ccu.table_schema = 'public'`;
    const naming = Object.entries(INVENTORY).flatMap(([table, { by }]) => by.map((column) => `${table}.${column}`));
    expect(naming.sort()).toEqual(['accounts.id', ...references.map(({ name }) => name)].sort());
    for (const [table, { names, by }] of Object.entries(INVENTORY)) {
      expect({ table, isNaming: by.length > 0 }).toEqual({ table, isNaming: names !== 'nobody' });
    }
  });

  it('is the table that stands in the threat model', async () => {
    const options = await resolveConfig(THREAT_MODEL);
    const table = await format(inventoryMarkdown(), { ...options, parser: 'markdown' });
    // After a change: put this in its place between the two comments of docs/threat-model.md.
    expect(await readFile(THREAT_MODEL, 'utf8')).toContain(`<!-- columns -->\n\n${table}\n<!-- /columns -->`);
  });
});

describe('what-we-hold', () => {
  it('prints every row about an account, bytes as sizes, texts as links, and nothing anonymous', async () => {
    const [member, other] = [await makeMember({ role: 'moderator' }), await makeMember()];
    const row = await lockWithPassword(member.accountId, 'plain words', member.memberSecret);
    await db.password.create({ data: { accountId: member.accountId, ...row } });
    const topic = await makeTopic();
    const named = await makeThread(member, { topic, as: 'pen-name', title: 'Under my name', body: 'Canary text.' });
    const hidden = await makeThread(other, { topic });
    await hidePost(member, { id: hidden.openingId, reason: 'a reason of staff' });
    const sealed = await makeThread({ ...member, sessionKey: newId() }, { topic, title: 'In no name' });
    await makeReply({ ...member, sessionKey: newId() }, sealed.id);

    const text = (await whatWeHold(member.penName.toUpperCase(), { origin: ORIGIN }))?.join('\n') ?? '';
    for (const shown of [
      member.penName,
      member.accountId,
      'moderator',
      '32 bytes',
      'a reason of staff',
      'accounts: 1 row',
    ]) {
      expect(text).toContain(shown);
    }
    expect(text).toContain(`posts: 1 row. What was written.\n  ${ORIGIN}/threads/${named.id}/under-my-name#post-1`);
    expect(text).toMatch(/cannot be listed, because nothing ties it to the account\n[^]*Anonymous posts:[^]*Drafts:/);
    const personas = await listMyPersonas({ ...member, sessionKey: newId() });
    const secrets = [row.check, row.wrappedSecret, row.salt].map((bytes) => Buffer.from(bytes).toString('hex'));
    const kept = [sealed.id, 'Canary', ...secrets, ...personas.flatMap(({ id, alias }) => [id, alias])];
    expect(kept).toHaveLength(7);
    for (const canary of kept) expect(text).not.toContain(canary);
    expect(await whatWeHold('nobody-at-all', { origin: ORIGIN })).toBeNull();
  });

  it('has a section for each table that names accounts', async () => {
    const { penName } = await makeMember();
    const lines = (await whatWeHold(penName, { origin: ORIGIN })) ?? [];
    const sections = lines.flatMap((line) => /^(\w+): \d+ rows?\./.exec(line)?.[1] ?? []);
    const naming = Object.entries(INVENTORY).filter(([, { names }]) => names !== 'nobody');
    expect(sections).toEqual(naming.map(([name]) => name));
  });
});
