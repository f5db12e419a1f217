import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Loot } from '../loot/loot.ts';
import { noSnapshots, takeSnapshot, type Snapshots } from '../loot/physical.ts';
import { readLoot } from '../loot/read-loot.ts';
import { startForum } from './forum.ts';
import { live, WORLD_BEGINS, type WorldSize } from './live.ts';
import type { Truth } from './truth.ts';

/** A world that was lived in to its end, and what was taken from it. */
export type Seized = { truth: Truth; loot: Loot; snapshots: Snapshots };

/**
 * Lets a world live on a forum of its own and takes everything from it.
 *
 * @param withDisk whether the disk is copied at the end of each simulated day too.
 */
export async function liveAndSeize(options: { seed: number; size: WorldSize; withDisk: boolean }): Promise<Seized> {
  const dataDir = await mkdtemp(join(tmpdir(), 'attack-world-'));
  try {
    const forum = await startForum({ dataDir, now: WORLD_BEGINS });
    const snapshots = noSnapshots();
    const eachDay = options.withDisk ? () => takeSnapshot(snapshots, dataDir) : undefined;
    try {
      const truth = await live(forum, { ...options, ...(eachDay && { eachDay }) });
      await forum.stop();
      return { truth, snapshots, loot: await readLoot(dataDir, { log: forum.log, sealKey: forum.sealKey }) };
    } finally {
      await forum.stop();
    }
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}
