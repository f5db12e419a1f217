import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { INDEXING_MEMORY } from '#search/testing/meilisearch-server.ts';
import { CONFIGURATION_NAMES, readConfig } from '../config.server.ts';
import { clientAddresses } from './client-address.server.ts';

const service = z.object({
  image: z.string(),
  command: z.array(z.string()).default([]),
  environment: z.record(z.string(), z.string()).default({}),
  volumes: z.array(z.string()).default([]),
  networks: z.array(z.string()),
  ports: z.array(z.string()).default([]),
  depends_on: z.record(z.string(), z.object({ condition: z.literal('service_healthy') })).default({}),
  healthcheck: z.object({ test: z.array(z.string()) }).optional(),
  read_only: z.boolean().default(false),
  tmpfs: z.array(z.string()).default([]),
});
const compose = z
  .object({
    services: z.object({ forum: service, postgres: service, meilisearch: service, proxy: service }),
    networks: z.record(
      z.string(),
      z.object({
        internal: z.boolean().default(false),
        ipam: z.object({ config: z.array(z.object({ subnet: z.string() })) }).optional(),
      }),
    ),
    volumes: z.record(z.string(), z.object({})),
  })
  .parse(parse(withVariables(text('compose.yaml'))));
const { forum, postgres, meilisearch, proxy } = compose.services;
const { scripts } = z.object({ scripts: z.record(z.string(), z.string()) }).parse(JSON.parse(text('package.json')));
const NPM_START = scripts['start']?.split(' ') ?? [];
const dockerfile = text('Dockerfile');
const unit = text('both-chairs.service');

function text(path: string): string {
  return readFileSync(path, 'utf8');
}

/** What Compose makes of `${NAME:?why}` and `${NAME:-otherwise}`. */
function withVariables(source: string): string {
  const values: Readonly<Record<string, string>> = {
    FORUM_DOMAIN: 'forum.example.org',
    SEAL_KEY: Buffer.alloc(32, 1).toString('base64'),
    POSTGRES_PASSWORD: 'the-password',
    MEILI_MASTER_KEY: 'the-master-key',
  };
  return source.replace(/\$\{(\w+):([-?])([^}]*)\}/g, (_all, name: string, mark: string, rest: string) => {
    const value = mark === '?' ? values[name] : rest;
    if (value === undefined) throw new Error(`compose.yaml asks for ${name}, which its head does not name`);
    return value;
  });
}

/** Values of the lines `NAME value` or `NAME=value` of a file. */
function lines(source: string, name: string): string[] {
  return [...source.matchAll(new RegExp(`^${name}[ =](.*)$`, 'gm'))].map(([, value = '']) => value);
}

function meet(one: { networks: string[] }, other: { networks: string[] }): boolean {
  return one.networks.some((network) => other.networks.includes(network));
}

describe('compose.yaml', () => {
  it('gives the forum a configuration that it takes, and no name that it does not read', () => {
    const config = readConfig(forum.environment);
    expect(config).toMatchObject({ origin: 'https://forum.example.org', port: 3000, dataDir: './data' });
    expect(Object.keys(forum.environment).filter((name) => !CONFIGURATION_NAMES.includes(name))).toEqual([]);
  });

  it('names to the forum the database and the search server that stand beside it', () => {
    const database = new URL(forum.environment['DATABASE_URL'] ?? '');
    expect(database).toMatchObject({ hostname: 'postgres', port: '5432', pathname: '/forum', username: 'forum' });
    expect(postgres.environment).toMatchObject({
      POSTGRES_USER: database.username,
      POSTGRES_PASSWORD: database.password,
      POSTGRES_DB: database.pathname.slice(1),
    });
    expect(forum.environment['MEILI_HOST']).toBe('http://meilisearch:7700');
    expect(forum.environment['MEILI_API_KEY']).toBe(meilisearch.environment['MEILI_MASTER_KEY']);
    expect(meet(forum, postgres) && meet(forum, meilisearch)).toBe(true);
  });

  it('lets nobody but the proxy in from outside, and the forum believes the proxy alone', () => {
    expect(Object.values(compose.services).flatMap(({ ports }) => ports)).toEqual(proxy.ports);
    const [subnet] = compose.networks['front']?.ipam?.config ?? [];
    expect(forum.environment['TRUST_PROXY']).toBe(subnet?.subnet);
    expect(clientAddresses(forum.environment['TRUST_PROXY'])('172.30.84.7', '203.0.113.9')).toBe('203.0.113.9');
    for (const store of [postgres, meilisearch]) {
      expect(store.networks.every((network) => compose.networks[network]?.internal)).toBe(true);
    }
  });

  it('sends what comes for the public name to the port that the forum listens on', () => {
    expect(proxy.command.slice(-4)).toEqual(['--from', forum.environment['ORIGIN'], '--to', 'forum:3000']);
    expect(forum.environment['PORT']).toBe('3000');
    expect(meet(proxy, forum)).toBe(true);
  });

  it('declares each network and volume that is used, and uses each that is declared', () => {
    const services = Object.values(compose.services);
    const volumes = services.flatMap((one) => one.volumes.map((volume) => volume.split(':')[0]));
    expect(Object.keys(compose.volumes).sort()).toEqual([...new Set(volumes)].sort());
    const networks = services.flatMap((one) => one.networks);
    expect(Object.keys(compose.networks).sort()).toEqual([...new Set(networks)].sort());
  });

  it('waits only for what says whether it is healthy', () => {
    const hasCheck = { forum: dockerfile.includes('\nHEALTHCHECK '), postgres, meilisearch, proxy };
    for (const name of Object.values(compose.services).flatMap((one) => Object.keys(one.depends_on))) {
      const other = hasCheck[name as keyof typeof hasCheck];
      expect(typeof other === 'boolean' ? other : other.healthcheck !== undefined, name).toBe(true);
    }
  });

  it('gives the forum a file system that it cannot write to, but for its data', () => {
    expect(forum).toMatchObject({ read_only: true, tmpfs: ['/tmp'] });
    expect(forum.volumes).toEqual([`forum-data:${/DATA_DIR=(\S+)/.exec(dockerfile)?.[1]}`]);
  });

  it('has PostgreSQL log nothing of what people wrote, and Meilisearch tell nobody anything', () => {
    expect(postgres.command).toEqual(
      expect.arrayContaining([
        'log_statement=none',
        'log_parameter_max_length=0',
        'log_parameter_max_length_on_error=0',
        'log_min_error_statement=panic',
      ]),
    );
    expect(meilisearch.environment['MEILI_NO_ANALYTICS']).toBe('true');
  });

  it('gives Meilisearch the memory that it is tested and measured with', () => {
    expect(meilisearch.environment['MEILI_MAX_INDEXING_MEMORY']).toBe(INDEXING_MEMORY);
  });

  it('takes no image by a name that may be another one tomorrow', () => {
    for (const { image } of [postgres, meilisearch, proxy]) expect(image).toMatch(/:v?\d/);
  });
});

describe('npm start', () => {
  it('gives Node only flags that it has: with another one it would not start', () => {
    const flags = NPM_START.filter((part) => part.startsWith('--')).map((flag) => flag.split('=')[0] ?? '');
    expect(flags.filter((flag) => !process.allowedNodeEnvironmentFlags.has(flag))).toEqual([]);
  });
});

describe('Dockerfile', () => {
  it('builds and runs on one version of Node, which the forum supports', () => {
    const bases = lines(dockerfile, 'FROM').map((base) => base.split(' ')[0]);
    expect(new Set(bases).size).toBe(1);
    expect(Number(/node:(\d+)/.exec(bases[0] ?? '')?.[1])).toBeGreaterThanOrEqual(22);
  });

  it('runs what npm starts, by nobody, on the port that it opens', () => {
    const [command = '[]'] = lines(dockerfile, 'CMD');
    expect(JSON.parse(command)).toEqual(NPM_START);
    expect(existsSync(NPM_START.at(-1) ?? '')).toBe(true);
    expect(lines(dockerfile, 'USER')).toEqual(['node']);
    expect(lines(dockerfile, 'EXPOSE')).toEqual([String(/PORT=(\d+)/.exec(dockerfile)?.[1])]);
    expect(dockerfile).toContain('/readyz');
  });

  it('sets no variable that the forum does not read', () => {
    const names = lines(dockerfile, 'ENV').flatMap((set) => set.split(' ').map((pair) => pair.split('=')[0] ?? ''));
    expect(names.filter((name) => name !== 'NODE_ENV' && !CONFIGURATION_NAMES.includes(name))).toEqual([]);
  });

  it('calls only commands that there are', () => {
    const called = [...`${dockerfile}${unit}`.matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name);
    expect(called).toContain('build');
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining(called));
  });

  it('leaves secrets, data and history out of the image', () => {
    const ignored = text('.dockerignore').split('\n');
    expect(ignored).toEqual(expect.arrayContaining(['.env', '.git', 'data', 'node_modules', 'build']));
  });
});

describe('the systemd unit', () => {
  it('starts what npm starts, with names that the forum reads', () => {
    expect(lines(unit, 'ExecStart')).toEqual([`/usr/bin/${NPM_START.join(' ')}`]);
    const names = lines(unit, 'Environment').map((pair) => pair.split('=')[0] ?? '');
    expect(names.filter((name) => name !== 'NODE_ENV' && !CONFIGURATION_NAMES.includes(name))).toEqual([]);
  });

  it('keeps the data where the unit may write', () => {
    expect(unit).toContain(`DATA_DIR=/var/lib/${lines(unit, 'StateDirectory')[0]}`);
  });

  it('leaves the forum the ten seconds that it may take to stop', () => {
    expect(Number(lines(unit, 'TimeoutStopSec')[0])).toBeGreaterThan(10);
  });
});
