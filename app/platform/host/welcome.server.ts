import { isatty } from 'node:tty';

/** One line for the terminal: what is happening. Not for the log. */
export function say(line: string): void {
  console.log(line);
}

/** One line for the terminal: why the program ends. */
export function complain(line: string): void {
  console.error(line);
}

/** What to know once the forum runs. */
export function welcome(origin: string, database: 'embedded' | 'server'): void {
  const address = isatty(1) ? `\u001b[1m${origin}\u001b[0m` : origin;
  say(`The forum is open: ${address}`);
  say('  To become its first administrator: join there, then in another terminal');
  say('    npm run admin -- grant PENNAME administrator');
  if (database === 'embedded') {
    say(
      '  The embedded database survives a crash of the program, not of the machine: DATABASE_URL names a real PostgreSQL.',
    );
  }
}
