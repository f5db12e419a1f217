import type { Column, Table } from './inventory.ts';

const none = (what: string): Column => ({ what, readers: 'no one' });

const JOB = {
  id: none('Random'),
  name: none('Which job'),
  priority: none('Always 0'),
  data: none('Always empty'),
  state: none('Waits, is being done, is done or has failed'),
  retry_limit: none('How often it is tried again'),
  retry_count: none('How often it was'),
  retry_delay: none('Seconds until then'),
  retry_backoff: none('Whether each wait is longer'),
  start_after: none('When it may begin'),
  started_on: none('When it began'),
  singleton_key: none('Always empty'),
  singleton_on: none('The stretch of time that it is done for'),
  expire_in: none('How long it may take'),
  created_on: none('When it became due'),
  completed_on: none('When it was done'),
  keep_until: none('When it is given up'),
  output: none('Always empty'),
  dead_letter: none('Always empty'),
  policy: none('How many of them may be done at once'),
} as const;

/** The tables of the job queue (docs/decisions/086). Their times are those of the program's own rhythm, never of what people do. */
export const JOB_TABLES: Readonly<Record<string, Table>> = {
  'pgboss.job': {
    what: 'Work of the program itself that is due, or was done in the last day; nobody’s',
    names: 'nobody',
    by: [],
    columns: JOB,
  },
  'pgboss.archive': {
    what: 'The same on its way out, for minutes',
    names: 'nobody',
    by: [],
    columns: { ...JOB, archived_on: none('When it came here') },
  },
  'pgboss.queue': {
    what: 'The kinds of such work',
    names: 'nobody',
    by: [],
    columns: {
      name: none('Which job'),
      policy: none('How many of them may be done at once'),
      retry_limit: none('Always empty'),
      retry_delay: none('Always empty'),
      retry_backoff: none('Always empty'),
      expire_seconds: none('Always empty'),
      retention_minutes: none('Always empty'),
      dead_letter: none('Always empty'),
      partition_name: none('Where its rows are'),
      created_on: none('When the program first knew of it'),
      updated_on: none('The same'),
    },
  },
  'pgboss.schedule': {
    what: 'Always empty: the forum has its own rhythm',
    names: 'nobody',
    by: [],
    columns: Object.fromEntries(
      ['name', 'cron', 'timezone', 'data', 'options', 'created_on', 'updated_on'].map((name) => [name, none('–')]),
    ),
  },
  'pgboss.subscription': {
    what: 'Always empty',
    names: 'nobody',
    by: [],
    columns: Object.fromEntries(['event', 'name', 'created_on', 'updated_on'].map((name) => [name, none('–')])),
  },
  'pgboss.version': {
    what: 'Of which version these tables are',
    names: 'nobody',
    by: [],
    columns: {
      version: none('Its number'),
      maintained_on: none('Always empty'),
      cron_on: none('Always empty'),
      monitored_on: none('Always empty'),
    },
  },
};
