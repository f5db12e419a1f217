import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';

/** A PostgreSQL of either kind, as prisma/client.ts and prisma/migrate.ts need it. */
export type Engine = {
  kind: 'embedded' | 'server';
  /** For Prisma's client. */
  adapter: SqlMigrationAwareDriverAdapterFactory;
  /** Runs `work` with an adapter for Prisma's schema engine, while no other process can do the same on this database. */
  withMigrationLock<T>(work: (adapter: SqlMigrationAwareDriverAdapterFactory) => Promise<T>): Promise<T>;
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
