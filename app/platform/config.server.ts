import { z } from 'zod';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** SEAL_KEY: 32 bytes in base64. Several, newest first and parted by commas, make a keyring. */
const sealKeys = z.string().transform((text, context) => {
  const keys = text.split(',').map((part) => Buffer.from(part.trim(), 'base64'));
  if (keys.some((key) => key.length !== 32)) {
    context.addIssue({ code: 'custom', message: 'each key must be 32 bytes in base64' });
    return z.NEVER;
  }
  return keys;
});

const postgresUrl = z
  .string()
  .refine(isPostgresAddress, 'must be an address like postgresql://NAME:PASSWORD@HOST:5432/DATABASE');
const meiliUrl = z.url({ protocol: /^https?$/, error: 'must be an http(s) address like http://127.0.0.1:7700' });

/** Its value is never repeated: a password stands in it. A host may be missing, where a socket is named after the `?`. */
function isPostgresAddress(text: string): boolean {
  return /^postgres(ql)?:\/\/\S+$/.test(text) && URL.canParse(text.replace('@/', '@localhost/'));
}

function wholeNumber(least: number, most: number) {
  const error = `must be a whole number from ${least} to ${most}`;
  return z.coerce.number({ error }).int({ error }).min(least, { error }).max(most, { error });
}

const environment = z.object({
  PORT: wholeNumber(0, 65_535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  ORIGIN: z.url({ protocol: /^https?$/, error: 'must be an http(s) address' }).optional(),
  DATA_DIR: z.string().min(1).default('./data'),
  DATABASE_URL: postgresUrl.optional(),
  DATABASE_DIRECT_URL: postgresUrl.optional(),
  DATABASE_REPLICA_URL: postgresUrl.optional(),
  MEILI_HOST: meiliUrl.optional(),
  MEILI_API_KEY: z.string().optional(),
  SEAL_KEY: sealKeys.optional(),
  WEB_CONCURRENCY: wholeNumber(1, 256).default(1),
  TRUST_PROXY: z.string().optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'must be an smtp(s):// address' }).optional(),
  METRICS_TOKEN: z.string().min(16, 'must have 16 characters or more').optional(),
  SMTP_FROM: z.email({ error: 'must be an e-mail address' }).optional(),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  DEMO: z.enum(['0', '1'], { error: 'must be 0 or 1' }).default('1'),
});

/** Every name that is read from the environment. */
export const CONFIGURATION_NAMES: readonly string[] = Object.keys(environment.shape);

/** How this forum is set up. Read from the environment once, at start, and handed to the rest. */
export type Config = Readonly<{
  port: number;
  host: string;
  /** Scheme, host and port of the public address, as `URL.origin` has it. */
  origin: string;
  dataDir: string;
  databaseUrl: string | undefined;
  databaseDirectUrl: string | undefined;
  databaseReplicaUrl: string | undefined;
  meiliHost: string | undefined;
  meiliApiKey: string | undefined;
  /** Newest first. Empty when it is to be read from, or made in, `DATA_DIR/secrets`. */
  sealKeys: readonly Buffer[];
  webConcurrency: number;
  trustProxy: string | undefined;
  smtpUrl: string | undefined;
  /** Who has it may read `/metrics`; without one only this machine may. */
  metricsToken: string | undefined;
  /** Who mails are from; an address at the forum's host if not given. */
  smtpFrom: string | undefined;
  logLevel: z.infer<typeof environment>['LOG_LEVEL'];
  demo: boolean;
}>;

/** The configuration was wrong; `message` is the one line that says which name and why. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

/**
 * Reads the configuration (README, "Configuration") from `env`. Empty values count as not given.
 *
 * @throws ConfigError naming every value that is wrong, in one line.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new ConfigError(`Configuration: ${faults.join('; ')}`);
  }
  const e = parsed.data;
  const origin = new URL(e.ORIGIN ?? `http://localhost:${e.PORT}`);
  if (origin.protocol === 'http:' && !LOOPBACK.has(origin.hostname)) {
    throw new ConfigError(
      `Configuration: ORIGIN: plain http is only for this machine itself; use https for ${origin.host}`,
    );
  }
  if (origin.pathname !== '/' || origin.search !== '' || origin.hash !== '') {
    throw new ConfigError('Configuration: ORIGIN: must be scheme, host and port only');
  }
  if (e.DATABASE_URL !== undefined && e.SEAL_KEY === undefined) {
    throw new ConfigError(
      'Configuration: SEAL_KEY: required with DATABASE_URL (32 bytes in base64, for example from `openssl rand -base64 32`)',
    );
  }
  if (e.WEB_CONCURRENCY > 1 && e.DATABASE_URL === undefined) {
    throw new ConfigError('Configuration: WEB_CONCURRENCY: more than one process needs DATABASE_URL');
  }
  return {
    port: e.PORT,
    host: e.HOST,
    origin: origin.origin,
    dataDir: e.DATA_DIR,
    databaseUrl: e.DATABASE_URL,
    databaseDirectUrl: e.DATABASE_DIRECT_URL ?? e.DATABASE_URL,
    databaseReplicaUrl: e.DATABASE_URL === undefined ? undefined : e.DATABASE_REPLICA_URL,
    meiliHost: e.MEILI_HOST,
    meiliApiKey: e.MEILI_API_KEY,
    sealKeys: e.SEAL_KEY ?? [],
    webConcurrency: e.WEB_CONCURRENCY,
    trustProxy: e.TRUST_PROXY,
    smtpUrl: e.SMTP_URL,
    metricsToken: e.METRICS_TOKEN,
    smtpFrom: e.SMTP_FROM,
    logLevel: e.LOG_LEVEL,
    demo: e.DEMO === '1',
  };
}
