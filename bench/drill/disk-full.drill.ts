import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { base32 } from '#app/platform/ids.server.ts';
import { anew } from '../anew.ts';
import { COMMON_OPTIONS, onBothDatabases } from './both-databases.ts';
import { firstTopic, newMembers } from './crowd.ts';
import { newWord, type Member } from './member.ts';
import { fill, makeSmall, NoSmallDisk } from './small-disk.ts';
import { findHalfMade, findNotOnce, withDatabase } from './wholeness.ts';

/**
 * `npm run drill -- disk-full [--on server|embedded]`: the disk that the database is on is small, and filled to its last byte. Who writes is told so and
 * keeps their text, who reads goes on reading, and when there is room again all is as before. It takes Linux and root, to make a small disk.
 */
const { values } = parseArgs({ options: COMMON_OPTIONS });
const DISK_MB = 400;
/** Long replies, one after the other: what room is left within the database's files is soon used up. */
const TRIES = 60;
const BACK_WITHIN_S = 10;
/** Ms between two tries once there is room again. */
const BETWEEN_TRIES = 250;

const prepare = (folder: string) => makeSmall(folder, DISK_MB);

try {
  await onBothDatabases('disk-full', { ...values, prepare }, async (ground, report) => {
    await ground.start();
    const { pid } = ground;
    const [member] = await newMembers(ground.origin, 1);
    if (!member) throw new Error('Nobody came');
    const first = newWord();
    const thread = await member.startThread(await firstTopic(ground.origin), 'While there is room', { word: first });
    const acknowledged = [first];

    const makeRoom = fill(ground.folder);
    const seen = { refused: 0, kept: 0, other: [] as string[], reads: 0, unread: [] as string[] };
    for (let round = 0; round < TRIES; round++) {
      const word = newWord();
      const { status, text, headers } = await member.reply(thread, `${word} ${longText()}`);
      if (status === 303) acknowledged.push(word);
      else if (status === 503) seen.refused++;
      else seen.other.push(`status ${status}`);
      if (status === 503 && text.includes(word) && headers.has('Retry-After')) seen.kept++;
      for (const read of await readAll(ground.origin, { member, thread, first })) {
        seen.reads++;
        if (read !== 'read') seen.unread.push(read);
      }
    }
    report.line('replies refused with 503', String(seen.refused), { bar: '> 0', isGood: seen.refused > 0 });
    report.none('of these without the text in the form', seen.refused - seen.kept, seen.refused);
    report.none('answered by anything else but that they are there', seen.other.length, TRIES, seen.other);
    report.none('pages not to be read meanwhile', seen.unread.length, seen.reads, seen.unread);

    await makeRoom();
    const begun = performance.now();
    const since = () => (performance.now() - begun) / 1000;
    let last = newWord();
    while ((await member.reply(thread, last)).status !== 303 && since() < 6 * BACK_WITHIN_S) {
      await pause(BETWEEN_TRIES);
      last = newWord();
    }
    acknowledged.push(last);
    report.within('with room again, until a reply is taken', since(), BACK_WITHIN_S);
    const isSame = ground.isAlive && ground.pid === pid;
    report.line('the process', isSame ? 'lives' : 'has ended', { bar: 'lives', isGood: isSame });
    await ground.end('SIGTERM');
    const { lost, halves } = await withDatabase(ground, async (database) => ({
      lost: await findNotOnce(database, acknowledged),
      halves: await findHalfMade(database),
    }));
    report.none('acknowledged writes lost, or there twice', lost.length, acknowledged.length);
    report.none('half-made', halves.length, acknowledged.length, halves);
  });
} catch (error) {
  if (!(error instanceof NoSmallDisk)) throw error;
  console.error(`disk-full needs what is not here: to make a small disk (mount, as root): ${error.message}`);
  process.exitCode = 2;
}

/** One that cannot be packed into much less room. */
function longText(): string {
  return Array.from({ length: 1_800 }, () => base32(randomBytes(5)).replace(/\d/g, 'x')).join(' ');
}

type Reading = { member: Member; thread: string; first: string };

/** A guest's page that is made anew, a member's, and whether the process answers at all. */
async function readAll(origin: string, { member, thread, first }: Reading): Promise<string[]> {
  const guest = await fetch(origin + anew(thread));
  const page = await member.browser.get(thread);
  const health = await fetch(`${origin}/healthz`);
  const isShown = (await guest.text()).includes(first) && page.text.includes(first);
  await health.text();
  const statuses = [guest.status, page.status, health.status];
  return statuses.map((status) => (status === 200 && isShown ? 'read' : `status ${status}`));
}
