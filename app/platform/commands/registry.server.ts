import type { Command } from './command.ts';

/** A command by its name: how it is called, and where it is. It is loaded only when it is called. */
export type RegisteredCommand = {
  /** One line for each way of calling it, without the name of the program. */
  usage: readonly string[];
  summary: string;
  /** It is there for when nothing can be opened: it runs where it is typed, without a database. */
  needsNothing?: true;
  load(): Promise<Command>;
  /** Looks at the arguments where they are typed, before anything is opened or made; does the command only where this gives 0. */
  loadCheck?(): Promise<Command>;
};

export const COMMANDS: ReadonlyMap<string, RegisteredCommand> = new Map<string, RegisteredCommand>([
  [
    'admin',
    {
      usage: [
        'admin grant PENNAME member|moderator|administrator',
        'admin list-staff',
        'admin reset PENNAME',
        'admin verify PENNAME PROFESSION en|nb',
        'admin unverify PENNAME',
      ],
      summary: 'roles, a new start for who has neither password nor code, verified practitioners',
      load: async () => (await import('./admin.server.ts')).admin,
    },
  ],
  [
    'import',
    {
      usage: ['import FILE.jsonl [--create-topics GROUP]'],
      summary: 'load threads from a file, one a line',
      load: async () => (await import('./import.server.ts')).importFile,
    },
  ],
  [
    'search',
    {
      usage: ['search apply', 'search rebuild', 'search verify', 'search status'],
      summary: 'put the settings of search in force, bring the index in line with the posts, check it, look at it',
      load: async () => (await import('#app/domain/search/search-command.server.ts')).searchCommand,
    },
  ],
  [
    'what-we-hold',
    {
      usage: ['what-we-hold PENNAME'],
      summary: 'print all that is stored about an account, and say what cannot be listed',
      load: async () => (await import('./what-we-hold.server.ts')).printWhatWeHold,
    },
  ],
  [
    'scrub',
    {
      usage: ['scrub'],
      summary: 'write the database anew without what erased texts left in its files',
      load: async () => (await import('./scrub.server.ts')).scrubNow,
    },
  ],
  [
    'backup',
    {
      usage: ['backup FILE [--encrypt-to age1…] [--erasures] [--replace]'],
      summary: 'write everything of one moment into a file, or only what tells a restored one what was erased',
      load: async () => (await import('./backup.server.ts')).backup,
    },
  ],
  [
    'restore',
    {
      usage: ['restore FILE [--identity FILE] [--erasures NEWER_FILE]'],
      summary: 'put a backup into an empty database, without what was erased since',
      load: async () => (await import('./restore.server.ts')).restore,
      loadCheck: async () => (await import('./restore.server.ts')).checkBackup,
    },
  ],
  [
    'doctor',
    {
      usage: ['doctor'],
      summary: 'look at the set-up and say what is to be mended',
      needsNothing: true,
      load: async () => (await import('./doctor.server.ts')).doctor,
    },
  ],
  [
    'db:migrate',
    {
      usage: ['db:migrate'],
      summary: 'bring the database to this version of the program',
      load: async () => (await import('./database.server.ts')).migrated,
    },
  ],
  [
    'db:seed',
    {
      usage: ['db:seed'],
      summary: 'lay out topics and, unless DEMO=0, the demonstration threads that were not there yet',
      load: async () => (await import('./database.server.ts')).seedNow,
    },
  ],
]);

/** How to call `name`, or everything when there is no such command. */
export function usageOf(name: string | undefined): string[] {
  const known = name === undefined ? undefined : COMMANDS.get(name);
  if (known) return known.usage.map((line) => `Usage: npm run ${asNpmCall(line)}`);
  const all = [...COMMANDS.values()];
  return [
    'Commands:',
    ...all.flatMap(({ usage, summary }) => usage.map((line) => `  npm run ${asNpmCall(line)}   ${summary}`)),
  ];
}

/** `admin grant X` is typed as `npm run admin -- grant X`. */
function asNpmCall(usage: string): string {
  const [name, ...rest] = usage.split(' ');
  return rest.length === 0 ? `${name}` : `${name} -- ${rest.join(' ')}`;
}
