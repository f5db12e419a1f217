import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { SynonymChanges } from '#app/domain/search/synonyms/stored.server.ts';

const querySchema = z.looseObject({
  qid: z.string(),
  query: z.string(),
  class: z.string(),
  relevantThreadIds: z.array(z.string()).min(1),
});
/** A question with what should be found: `relevantThreadIds` are the threads' `externalRef`s. */
export type KnownItemQuery = z.output<typeof querySchema>;

const lineSchema = z.looseObject({
  title: z.string(),
  body: z.string(),
  replies: z.array(z.looseObject({ body: z.string() })).default([]),
});

/** Threads to import, questions about them and the synonyms of their words. */
export type Corpus = {
  /** The file in the forum's import format. */
  file: string;
  titles: string[];
  openings: string[];
  replies: string[];
  queries: KnownItemQuery[];
  synonyms: SynonymChanges;
};

/** Reads `import.jsonl`, `queries.jsonl` and `synonyms.json` (lists of terms that stand for each other) of `folder`. */
export async function readCorpus(folder: string): Promise<Corpus> {
  const file = join(folder, 'import.jsonl');
  const threads = (await readLines(file)).map((line) => lineSchema.parse(line));
  const terms = z.array(z.array(z.string())).parse(JSON.parse(await readFile(join(folder, 'synonyms.json'), 'utf8')));
  return {
    file,
    titles: threads.map(({ title }) => title),
    openings: threads.map(({ body }) => body),
    replies: threads.flatMap(({ replies }) => replies.map(({ body }) => body)),
    queries: (await readLines(join(folder, 'queries.jsonl'))).map((line) => querySchema.parse(line)),
    synonyms: Object.fromEntries(
      terms.map((group, at) => [
        `corpus-${at}`,
        { id: `corpus-${at}`, lang: 'en', direction: 'two-way', terms: group },
      ]),
    ),
  };
}

async function readLines(file: string): Promise<unknown[]> {
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => JSON.parse(line) as unknown);
}
