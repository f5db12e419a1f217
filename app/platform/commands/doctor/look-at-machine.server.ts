import { access, constants, stat, statfs } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Config } from '../../config.server.ts';
import { bad, doubtful, good, reasonOf, type Finding } from './finding.ts';

const GB = 1e9;
/** Bytes below which the next hours are in danger, and those below which the next weeks are. */
const ROOM = { least: GB / 2, comfortable: 5 * GB } as const;
/** The oldest release of Node that still gets repairs. */
const ADVISED_NODE = 22;

/** This program's own surroundings: Node, the data directory, the disk under it, the keys in it. */
export async function lookAtMachine(config: Config): Promise<Finding[]> {
  return [lookAtNode(), ...(await lookAtDataDir(config)), await lookAtKeys(config)];
}

function lookAtNode(): Finding {
  const { node } = process.versions;
  return Number(node.split('.')[0]) >= ADVISED_NODE
    ? good('node', node)
    : doubtful('node', `${node} gets no repairs any more: take ${ADVISED_NODE} or newer`);
}

async function lookAtDataDir({ dataDir }: Config): Promise<Finding[]> {
  const directory = resolve(dataDir);
  try {
    await access(directory, constants.W_OK);
    const { bavail, bsize } = await statfs(directory);
    const free = bavail * bsize;
    const says = `${(free / GB).toFixed(1)} GB free under ${directory}`;
    if (free < ROOM.least) return [bad('disk', `${says}: nothing can be written soon. Make room`)];
    return [free < ROOM.comfortable ? doubtful('disk', `${says}: make room before it is full`) : good('disk', says)];
  } catch (error) {
    const isMissing = reasonOf(error) === 'ENOENT';
    if (isMissing) return [good('disk', `${directory} is made at the first start`)];
    return [
      bad('disk', `${directory} cannot be written to (${reasonOf(error)}): it has to belong to whoever runs the forum`),
    ];
  }
}

async function lookAtKeys({ sealKeys, dataDir }: Config): Promise<Finding> {
  if (sealKeys.length > 0)
    return good('seal key', 'SEAL_KEY is set. Keep a copy apart from the database and its backups');
  const file = join(dataDir, 'secrets', 'seal-key');
  try {
    const { mode } = await stat(file);
    if ((mode & 0o077) !== 0)
      return bad('seal key', `${file} can be read by others on this machine: chmod 600 ${file}`);
    return good('seal key', `${file}. Keep a copy apart from the database and its backups`);
  } catch (error) {
    if (reasonOf(error) === 'ENOENT') return good('seal key', `${file} is made at the first start`);
    return bad('seal key', `${file} cannot be read (${reasonOf(error)})`);
  }
}
