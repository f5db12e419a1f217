import { chainOf } from '#prisma/error-chain.ts';
import { ConfigError } from '../config.server.ts';

/** What each code of PostgreSQL, or of the way to it, asks of the operator; `name` is the variable that holds the address. */
const MENDED_BY: Readonly<Record<string, (name: string) => string>> = {
  ECONNREFUSED: (name) =>
    `nothing listens at the address in ${name}: start the database server, or correct host and port`,
  ENOTFOUND: (name) => `no machine has the name in ${name}: correct its host`,
  EAI_AGAIN: (name) =>
    `the name of the machine in ${name} could not be looked up: correct its host, or mend the name service`,
  ETIMEDOUT: unanswered,
  EHOSTUNREACH: unanswered,
  ENETUNREACH: unanswered,
  '28P01': (name) => `the database server refuses the password in ${name}: correct it`,
  '28000': (name) =>
    `the database server does not let in the role in ${name}: correct its name, or let it in (pg_hba.conf)`,
  '3D000': (name) => `the database that ${name} names is not there: make it (createdb), or correct its name`,
  '42501': (name) => `the role in ${name} may not do what it must: make it the owner of the database`,
  '53100': () => 'the disk of the database server is full: make room',
  '53300': (name) => `the server in ${name} has no connection left: raise max_connections, or end what holds them`,
  '57P03': (name) => `the server in ${name} is just starting or stopping: try again when it answers`,
  '58P01': (name) => `the server in ${name} lacks an extension: install PostgreSQL's contrib package on it`,
  '0A000': (name) => `the server in ${name} lacks an extension: install PostgreSQL's contrib package on it`,
};

/** What `pg` says, without a code, of a server that took the connection and no more. */
const NO_ANSWER = /^(?:timeout exceeded when trying to connect|Connection terminated)/;

/**
 * For `catch`: goes on as a ConfigError in one line where the error is of the database server or the way to it, and unchanged
 * where it is not. An address is never repeated, for a password stands in it.
 *
 * @param name the variable that holds the address
 */
export function blame(name: string): (error: unknown) => never {
  return (error) => {
    const says = faultIn(error, name);
    throw says === undefined ? error : new ConfigError(`Database: ${says}`, { cause: error });
  };
}

function faultIn(error: unknown, name: string): string | undefined {
  for (const { code, originalCode, message, syscall } of chainOf(error)) {
    if (code === 'ENOENT' && syscall === 'connect') return noSocket(name);
    const mend = MENDED_BY[String(code)] ?? MENDED_BY[String(originalCode)];
    if (mend) return mend(name);
    if (typeof message === 'string' && NO_ANSWER.test(message)) return unanswered(name);
  }
  return undefined;
}

function noSocket(name: string): string {
  return `there is no socket where ${name} says: start the database server, or correct its host`;
}

function unanswered(name: string): string {
  return `the address in ${name} does not answer: is it right, and does the way there let this machine through?`;
}
