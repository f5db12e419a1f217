import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findPostgres } from '#prisma/testing/postgres-server.ts';
import { tellSkipped } from '../figures.ts';
import { Ground } from './ground.ts';
import { Postgres } from './postgres.ts';
import { Report } from './report.ts';

const KINDS = ['server', 'embedded'] as const;
type Kind = (typeof KINDS)[number];
const NAMES: Record<Kind, string> = { server: 'PostgreSQL server', embedded: 'embedded database' };

/**
 * For `parseArgs` of a drill: `--on server` or `--on embedded` leaves the other out; with `--patient` bars of time are shown and not counted, on a
 * machine that has other things to do.
 */
export const COMMON_OPTIONS = { on: { type: 'string' }, patient: { type: 'boolean' } } as const;

type CommonOptions = { on?: string | undefined; patient?: boolean | undefined };

/** What a drill needs beside a database: the folder itself is made ready, and given back. */
export type Prepare = (folder: string) => Promise<() => Promise<void>>;

type Drill = (ground: Ground, report: Report) => Promise<void>;

/**
 * Runs a drill on a new PostgreSQL server and on a new embedded database, and has the process end with 1 when a bar is missed on either, with 2
 * when there is no PostgreSQL to be found.
 */
export function onBothDatabases(
  name: string,
  options: CommonOptions & { prepare?: Prepare },
  drill: Drill,
): Promise<void> {
  return onEach(KINDS, { name, ...options }, drill);
}

/** The same, for what an embedded database cannot suffer. */
export function onServer(name: string, options: CommonOptions, drill: Drill): Promise<void> {
  return onEach(['server'], { name, ...options }, drill);
}

/** The same, for what only an embedded database can suffer. */
export function onEmbedded(name: string, options: CommonOptions, drill: Drill): Promise<void> {
  return onEach(['embedded'], { name, ...options }, drill);
}

async function onEach(
  all: readonly Kind[],
  { name, on, patient, prepare }: CommonOptions & { name: string; prepare?: Prepare },
  drill: Drill,
): Promise<void> {
  if (on !== undefined && !KINDS.some((kind) => kind === on)) {
    console.error(`--on is ${KINDS.join(' or ')}`);
    process.exitCode = 2;
    return;
  }
  const kinds = all.filter((kind) => on === undefined || kind === on);
  if (kinds.length === 0)
    tellSkipped(name, `for it is only of the other kind: ${all.map((kind) => NAMES[kind]).join()}`);
  for (const kind of kinds) {
    const code = await onOne({ name, kind, isPatient: patient === true, prepare }, drill);
    process.exitCode = Math.max(Number(process.exitCode ?? 0), code);
  }
}

type Run = { name: string; kind: Kind; isPatient: boolean; prepare: Prepare | undefined };

async function onOne({ name, kind, isPatient, prepare }: Run, drill: Drill): Promise<number> {
  const postgres = kind === 'server' ? await findPostgres() : undefined;
  if (kind === 'server' && postgres === undefined) {
    tellSkipped(`${name}: ${NAMES[kind]}`, 'for what it needs is not here: a PostgreSQL server');
    return 2;
  }
  const folder = await mkdtemp(join(tmpdir(), `forum-drill-${name}-`));
  const giveBack = await prepare?.(folder);
  const server = postgres === undefined ? undefined : await Postgres.make(folder, postgres);
  const ground = await Ground.make(folder, server);
  const report = new Report(`${name}: ${NAMES[kind]}`, { isPatient });
  try {
    await drill(ground, report);
  } finally {
    await ground.end('SIGKILL');
    await server?.end('SIGQUIT');
    await giveBack?.();
    await rm(folder, { recursive: true, force: true });
  }
  return report.isMet ? 0 : 1;
}
