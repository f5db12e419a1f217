import type { SqlDriverAdapter, SqlDriverAdapterFactory, Transaction } from '@prisma/driver-adapter-utils';

/** A transaction that also runs several statements at once, where the driver does that apart from single ones. */
export type ScriptTransaction = Transaction & { executeScript?(script: string): Promise<void> };

/** A copy of the database that follows it. */
export type Replica = {
  adapter: SqlDriverAdapterFactory;
  /** A place in the primary's log that is behind all that is committed by now. */
  whereNow(): Promise<string>;
  /** Whether the replica has come to that place. */
  hasPassed(place: string): Promise<boolean>;
};

/** Which instances of the forum hear what is notified on this database, and whether this one does. */
export type Presence = {
  /** This instance's number. */
  readonly instance: number;
  /** Whether every notice of more than a second ago has certainly come. */
  isHearing(): boolean;
  /** Counts this one among the instances, as long as its connection for notices stands and until the returned function is called. */
  join(): Promise<() => Promise<void>>;
  /** The numbers of all that have joined. */
  instances(): Promise<number[]>;
};

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
  presence: Presence;
  /** Undefined where there is one database for all. */
  replica?: Replica | undefined;
  /**
   * Runs SQL as it stands, for libraries that bring their own: one statement with `values`, or several without, which then are
   * done or not done together. Values that come back are the driver's own.
   */
  query(sql: string, values?: readonly unknown[]): Promise<{ rows: unknown[] }>;
  /** A copy of an embedded database, for `memory` of `openDatabase`. Rejects on a server. */
  dump(): Promise<Blob>;
  close(): Promise<void>;
};
