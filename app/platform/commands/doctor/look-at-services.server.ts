import { connect } from 'node:net';
import type { Config } from '../../config.server.ts';
import { bad, doubtful, good, reasonOf, type Finding } from './finding.ts';

/** Ms that each may take to answer. */
const PATIENCE = 5_000;
const DEFAULT_PORTS: Record<string, number> = { 'smtp:': 25, 'smtps:': 465 };

/** What else the forum talks to, and the forum itself. */
export async function lookAtServices(config: Config): Promise<Finding[]> {
  return Promise.all([lookAtSearch(config), lookAtMail(config), lookAtForum(config)]);
}

async function lookAtSearch({ meiliHost, meiliApiKey }: Config): Promise<Finding> {
  if (meiliHost === undefined) return good('search', 'PostgreSQL searches');
  try {
    const response = await fetch(new URL('version', withSlash(meiliHost)), {
      headers: { Authorization: `Bearer ${meiliApiKey ?? ''}` },
      signal: AbortSignal.timeout(PATIENCE),
    });
    if (response.status === 401 || response.status === 403) return bad('search', 'Meilisearch refuses MEILI_API_KEY');
    const { pkgVersion = '' } = (await response.json()) as { pkgVersion?: string };
    const [major = 0, minor = 0] = pkgVersion.split('.').map(Number);
    if (major !== 1 || minor < 36)
      return bad('search', `Meilisearch ${pkgVersion}: the forum needs 1.36 or newer, below 2`);
    return good('search', `Meilisearch ${pkgVersion}`);
  } catch (error) {
    return bad('search', `Meilisearch does not answer (${reasonOf(error)}): until it does PostgreSQL searches`);
  }
}

function lookAtMail({ smtpUrl }: Config): Promise<Finding> {
  if (smtpUrl === undefined) return Promise.resolve(good('mail', 'none is sent'));
  const { hostname, port, protocol } = new URL(smtpUrl);
  const socket = connect({ host: hostname, port: Number(port) || (DEFAULT_PORTS[protocol] ?? 25), timeout: PATIENCE });
  return new Promise<Finding>((resolve) => {
    socket.once('connect', () => resolve(good('mail', 'the server of SMTP_URL answers')));
    socket.once('timeout', () => resolve(bad('mail', 'the server of SMTP_URL does not answer')));
    socket.once('error', (error) =>
      resolve(bad('mail', `the server of SMTP_URL does not answer (${reasonOf(error)})`)),
    );
  }).finally(() => socket.destroy());
}

async function lookAtForum({ host, port }: Config): Promise<Finding> {
  // What listens everywhere is asked here.
  const name = ['0.0.0.0', '::'].includes(host) ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  try {
    const response = await fetch(`http://${name}:${port}/readyz`, { signal: AbortSignal.timeout(PATIENCE) });
    const said = (await response.text()).trim();
    return response.ok ? good('forum', `runs on port ${port}`) : bad('forum', `runs on port ${port} and says: ${said}`);
  } catch {
    return doubtful('forum', `does not run on port ${port} of this machine`);
  }
}

function withSlash(address: string): string {
  return address.endsWith('/') ? address : `${address}/`;
}
