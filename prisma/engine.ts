import type { SqlDriverAdapter, SqlDriverAdapterFactory, Transaction } from '@prisma/driver-adapter-utils';

/** A transaction that also runs several statements at once, where the driver does that apart from single ones. */
export type ScriptTransaction = Transaction & { executeScript?(script: string): Promise<void> };

/** A PostgreSQL of either kind, as prisma/client.ts and prisma/migrate.ts need it. */
export type Engine = {
  kind: 'embedded' | 'server';
  /** For Prisma's client. */
  adapter: SqlDriverAdapterFactory;
  /**
   * Runs `work`, which may change the schema, in one transaction that no other process can be in on this database; commits
   * what it did, or nothing if it throws.
   */
  inMigration<T>(work: (connection: SqlDriverAdapter) => Promise<T>): Promise<T>;
  /**
   * Calls `onNotify` with the payload of every NOTIFY on `channel`, a plain lower-case name, until the returned function is
   * called. A lost connection is made again by itself; `onNotify` is then called with an empty payload, since notices may
   * have been missed.
   */
  listen(channel: string, onNotify: (payload: string) => void): Promise<() => Promise<void>>;
  /** A copy of an embedded database, for `memory` of `openDatabase`. Rejects on a server. */
  dump(): Promise<Blob>;
  close(): Promise<void>;
};
