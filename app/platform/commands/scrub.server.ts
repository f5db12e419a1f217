import { countAllWaiting } from '#app/domain/privacy/persona-erasures.server.ts';
import { scrub } from '#app/domain/privacy/scrub.server.ts';
import { drainOutbox } from '#app/domain/search/drain-outbox.server.ts';
import { meilisearch } from '#app/domain/search/meilisearch.server.ts';
import { renewMeilisearch } from '#app/domain/search/renew-meilisearch.server.ts';
import { EXIT, UsageError, type CommandIo } from './command.ts';

/** `scrub`: what was erased goes from the files of the database and of Meilisearch too. @throws EngineUnavailable when that does not answer. */
export async function scrubNow(args: string[], io: CommandIo): Promise<number> {
  if (args.length > 0) throw new UsageError('This command takes no arguments.');
  // What is erased and still in the index would be written anew.
  await drainOutbox();
  const engine = meilisearch();
  if (engine) {
    await renewMeilisearch(engine, (posts) => io.progress(posts, null, 'posts sent to Meilisearch'));
    io.out('What was erased or changed is no longer in the files of Meilisearch.');
  }
  io.out('Writing all tables anew. Until that is done the forum may have to wait …');
  const { kind, checkpointed } = await scrub({
    signal: io.signal,
    onWaiting: (holders) =>
      io.out(`Waiting for what began before and may still see what was erased: ${holders.join('; ')} …`),
  });
  io.out('What was erased or changed is no longer in the tables, their indexes or the statistics.');
  if (kind === 'embedded') {
    io.out('The write-ahead log of before has been deleted. The disk itself may keep traces of deleted files.');
  } else {
    if (!checkpointed)
      io.out('This role may not run CHECKPOINT and pg_switch_wal(): let the server’s administrator do it.');
    io.out(
      'The server’s write-ahead log, its archives and replicas may still hold it: keep those for 30 days at most.',
    );
  }
  io.out('Backups made before still hold it.');
  const waiting = await countAllWaiting();
  if (waiting > 0) io.out(`${waiting} anonymous names wait to be erased, within 14 days: their texts are still there.`);
  return EXIT.done;
}
