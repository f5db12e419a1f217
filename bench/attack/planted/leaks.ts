import { createHmac } from 'node:crypto';
import { changed, rowsOf, tableOf, text, withTables, type ColumnKind, type Loot, type Row } from '../loot/loot.ts';
import type { Truth } from '../world/truth.ts';
import { idFor, iso, witness, type Witness } from './witness.ts';

/**
 * A mistake that a forum could make, done to the loot alone: the product has no switch for it. `figure` is where it must show;
 * `needsKey`, that it must show to who has SEAL_KEY and to nobody else.
 */
export type Leak = {
  name: string;
  figure: 'attribution' | 'joining' | 'flags';
  needsKey?: true;
  plant(loot: Loot, truth: Truth): Loot;
};

const TIME: ColumnKind = 'time';
const NUMBER: ColumnKind = 'number';
const HOUR = 3_600_000;

/** Every leak that design/authorship.md rules out, put back one at a time. */
export const LEAKS: readonly Leak[] = [
  {
    name: 'exact times on posts, and last-seen on accounts',
    figure: 'attribution',
    plant(loot, truth) {
      const seen = witness(loot, truth);
      return onAccounts(withExactTimes(loot, seen), 'last_seen_at', (id) => iso(seen.lastSeen(id)), TIME);
    },
  },
  {
    name: 'sessions that name the account, with their last use',
    figure: 'attribution',
    plant: (loot, truth) =>
      added(
        loot,
        'sessions_named',
        sittingsOf(witness(loot, truth)).map(({ accountId, last }, index) => ({
          id: idFor(`session ${index}`),
          account_id: accountId,
          used_at: new Date(Math.floor(last / HOUR) * HOUR),
        })),
      ),
  },
  {
    name: 'read marks in clear',
    figure: 'attribution',
    plant: (loot, truth) => added(loot, 'read_marks', threadRows(witness(loot, truth), 'read', 'post')),
  },
  {
    name: 'follows in clear',
    figure: 'attribution',
    plant: (loot, truth) => added(loot, 'follows', threadRows(witness(loot, truth), 'follow')),
  },
  {
    name: 'drafts that name the account and the thread',
    figure: 'attribution',
    plant: (loot, truth) => added(loot, 'drafts_named', threadRows(witness(loot, truth), 'draft')),
  },
  {
    name: 'flags that name the account',
    figure: 'attribution',
    plant: (loot, truth) => added(loot, 'flags_named', threadRows(witness(loot, truth), 'flag')),
  },
  {
    name: 'a notification row for each recipient',
    figure: 'attribution',
    plant: (loot, truth) => added(loot, 'notifications', notificationsOf(witness(loot, truth))),
  },
  {
    name: 'one tag for all threads',
    figure: 'joining',
    plant: (loot, truth) => {
      const owners = ownersOfPersonas(witness(loot, truth));
      return changed(loot, 'personas', (row) => ({ ...row, seal: secretTag('persona', owners.get(text(row, 'id'))) }));
    },
  },
  {
    name: "a flag's tag that is the seal of the persona",
    figure: 'flags',
    plant: (loot, truth) => {
      const seen = witness(loot, truth);
      const sealOf = new Map(rowsOf(loot, 'personas').map((row) => [text(row, 'id'), row['seal'] ?? null]));
      const inThread = new Map(
        seen.acts('post').map((act) => [`${act.accountId}/${act.threadId}`, sealOf.get(act.personaId ?? '') ?? null]),
      );
      const flags = new Map(seen.acts('flag').map((flag) => [flag.word, flag]));
      return changed(loot, 'flags', (row) => {
        const flag = flags.get(row['note']?.split(' ').at(-1) ?? '');
        return { ...row, tag: inThread.get(`${flag?.accountId}/${flag?.threadId}`) ?? row['tag'] ?? null };
      });
    },
  },
  {
    name: 'a seal derived from the account id under SEAL_KEY',
    figure: 'attribution',
    needsKey: true,
    plant(loot, truth) {
      const owners = ownersOfPersonas(witness(loot, truth));
      const seal = (row: Row): string => `${owners.get(text(row, 'id')) ?? ''}${text(row, 'scope_id')}`;
      if (!loot.sealKey) throw new Error('To plant this the key must be known');
      const { sealKey: key } = loot;
      return changed(loot, 'personas', (row) => ({
        ...row,
        seal: createHmac('sha256', key).update(seal(row)).digest('hex'),
      }));
    },
  },
  {
    name: 'ids from one sequence for all tables',
    figure: 'attribution',
    plant: sequentialIds,
  },
  {
    name: 'a count of posts on the account',
    figure: 'attribution',
    plant(loot, truth) {
      const seen = witness(loot, truth);
      const counts = countsBy(seen.acts('post').map(({ accountId }) => accountId));
      return onAccounts(loot, 'post_count', (id) => String(counts.get(id) ?? 0), NUMBER);
    },
  },
  {
    name: 'the account updated with each anonymous act',
    figure: 'attribution',
    plant(loot, truth) {
      const seen = witness(loot, truth);
      const last = (id: string): number => seen.anonymousPosts(id).at(-1)?.at ?? truth.from;
      const dated = onAccounts(loot, 'updated_at', (id) => iso(Math.floor(last(id) / HOUR) * HOUR), TIME);
      return onAccounts(dated, 'version', (id) => String(seen.anonymousPosts(id).length), NUMBER);
    },
  },
  {
    name: 'outbox rows kept, in their order, naming who acted',
    figure: 'attribution',
    plant: (loot, truth) =>
      added(
        loot,
        'outbox_kept',
        witness(loot, truth)
          .acts('post', 'edit', 'join', 'sign-in', 'follow')
          .map(({ kind, accountId, postId }, index) => ({
            id: idFor(`outbox ${index}`),
            seq: index,
            // What is done under no name still stands among what is done under one.
            entity_id: kind === 'post' || kind === 'edit' ? postId : accountId,
          })),
      ),
  },
  {
    name: 'a log line for each sign-in',
    figure: 'attribution',
    plant: (loot, truth) =>
      added(
        loot,
        'log',
        witness(loot, truth)
          .acts('join', 'sign-in')
          .map(({ accountId, at }, line) => ({
            line,
            hour: new Date(Math.floor(at / HOUR) * HOUR),
            msg: `signed in ${accountId}`,
          })),
      ),
  },
  {
    name: 'limits kept in rows, by account',
    figure: 'attribution',
    plant(loot, truth) {
      const hours = countsBy(
        witness(loot, truth)
          .acts('post')
          .map(({ accountId, at }) => `${accountId}/${Math.floor(at / HOUR) * HOUR}`),
      );
      const rows = [...hours].map(([key, count], index) => {
        const [account = '', hour = ''] = key.split('/');
        return {
          id: idFor(`limit ${index}`),
          account_id: account,
          window_start: new Date(Number(hour)),
          points: count,
        };
      });
      return added(loot, 'rate_limits', rows);
    },
  },
  {
    name: 'a double-submit key tied to the account',
    figure: 'attribution',
    plant: (loot, truth) =>
      added(
        loot,
        'form_keys',
        witness(loot, truth)
          .acts('post')
          .map(({ accountId, formKey = '' }) => ({ form_key: formKey, account_id: accountId })),
      ),
  },
  {
    name: 'search documents that name the account, anonymous ones too',
    figure: 'attribution',
    plant(loot, truth) {
      const authors = new Map(
        witness(loot, truth)
          .acts('post')
          .map(({ postId, accountId }) => [postId, accountId]),
      );
      return changed(loot, 'search_documents', (row) => ({ ...row, author: authors.get(text(row, 'id')) ?? null }));
    },
  },
  {
    name: 'the ledger number in clear',
    figure: 'joining',
    plant(loot, truth) {
      const numbers = ledgerNumbers(witness(loot, truth));
      const number = (row: Row): string => String(numbers.get(text(row, 'id')) ?? 0);
      return changed(loot, 'personas', (row) => ({ ...row, ledger_number: number(row) }), { ledger_number: NUMBER });
    },
  },
  {
    name: 'a count of sanctions that crosses identities',
    figure: 'attribution',
    plant(loot, truth) {
      const seen = witness(loot, truth);
      const owners = ownersOfPersonas(seen);
      const counts = new Map(truth.people.map(({ sanctions }, person) => [seen.accountOf(person), String(sanctions)]));
      const sanctionsOf = (account: string | undefined): string => counts.get(account ?? '') ?? '0';
      const kinds = { sanctions: NUMBER };
      const marked = changed(
        loot,
        'personas',
        (row) => ({ ...row, sanctions: sanctionsOf(owners.get(text(row, 'id'))) }),
        kinds,
      );
      return changed(marked, 'accounts', (row) => ({ ...row, sanctions: sanctionsOf(text(row, 'id')) }), kinds);
    },
  },
];

function added(loot: Loot, name: string, rows: readonly Record<string, unknown>[]): Loot {
  return withTables(loot, [tableOf(name, rows)]);
}

function onAccounts(loot: Loot, column: string, valueOf: (accountId: string) => string, kind: ColumnKind): Loot {
  return changed(loot, 'accounts', (row) => ({ ...row, [column]: valueOf(text(row, 'id')) }), { [column]: kind });
}

function withExactTimes(loot: Loot, seen: Witness): Loot {
  const times = new Map(seen.acts('post').map(({ postId, at }) => [postId, at]));
  return changed(loot, 'posts', (row) => {
    const at = times.get(text(row, 'id'));
    return at === undefined ? row : { ...row, created_at: iso(at) };
  });
}

/** One row for each account and thread. */
function threadRows(
  seen: Witness,
  ...kinds: ('read' | 'post' | 'follow' | 'draft' | 'flag')[]
): Record<string, unknown>[] {
  const pairs = new Set(seen.acts(...kinds).map(({ accountId, threadId }) => `${accountId}/${threadId}`));
  return [...pairs].map((pair, index) => {
    const [account = '', thread = ''] = pair.split('/');
    return { id: idFor(`${kinds.join()} ${index}`), account_id: account, thread_id: thread };
  });
}

/** What was written in a thread is told to all who wrote there before. */
function notificationsOf(seen: Witness): Record<string, unknown>[] {
  const writers = new Map<string, Set<string>>();
  return seen.acts('post').flatMap(({ accountId, threadId = '', postId }) => {
    const there = writers.get(threadId) ?? new Set<string>();
    writers.set(threadId, there);
    const told = [...there].filter((writer) => writer !== accountId);
    there.add(accountId);
    return told.map((writer) => ({ id: idFor(`${postId} ${writer}`), recipient_id: writer, thread_id: threadId }));
  });
}

function ownersOfPersonas(seen: Witness): Map<string, string> {
  return new Map(
    seen.acts('post').flatMap(({ personaId, accountId }) => (personaId === null ? [] : [[personaId, accountId]])),
  );
}

/** A tag as a member derives it: nobody else can, but equal ones are seen to be equal. */
function secretTag(kind: string, accountId: string | undefined): string {
  return createHmac('sha256', `the secret of ${accountId ?? idFor(kind)}`)
    .update(kind)
    .digest('hex');
}

function ledgerNumbers(seen: Witness): Map<string, number> {
  const numbers = new Map<string, number>();
  const next = new Map<string, number>();
  for (const { personaId, accountId } of seen.acts('post')) {
    if (personaId === null || numbers.has(personaId)) continue;
    numbers.set(personaId, next.get(accountId) ?? 0);
    next.set(accountId, (next.get(accountId) ?? 0) + 1);
  }
  return numbers;
}

function countsBy(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** From signing in to the last act before the next sign-in. */
function sittingsOf(seen: Witness): { accountId: string; last: number }[] {
  const open = new Map<string, { accountId: string; last: number }>();
  const all: { accountId: string; last: number }[] = [];
  for (const { kind, accountId, at } of seen.acts('join', 'sign-in', 'read', 'post', 'edit', 'sign-out')) {
    if (kind === 'join' || kind === 'sign-in') {
      const one = { accountId, last: at };
      open.set(accountId, one);
      all.push(one);
    }
    const current = open.get(accountId);
    if (current) current.last = at;
  }
  return all;
}

/** Accounts, personas and posts numbered in the order in which they came to be, on one sequence. */
function sequentialIds(loot: Loot, truth: Truth): Loot {
  const numbers = new Map<string, string>();
  const number = (id: string): void => {
    if (id !== '' && !numbers.has(id)) numbers.set(id, String(numbers.size + 1).padStart(12, '0'));
  };
  for (const act of witness(loot, truth).acts('join', 'post')) {
    if (act.kind === 'join') number(act.accountId);
    if (act.personaId !== null) number(act.personaId);
    number(act.postId);
  }
  const renamed = [...loot.tables.values()].map(({ name, kinds, rows }) => ({
    name,
    kinds,
    rows: rows.map((row) =>
      Object.fromEntries(Object.entries(row).map(([column, value]) => [column, numbers.get(value ?? '') ?? value])),
    ),
  }));
  return withTables(loot, renamed);
}
