import { setImmediate as nextTurn } from 'node:timers/promises';
import { strToU8, Zip, ZipDeflate } from 'fflate';
import type { Language } from '#app/i18n/languages.ts';
import { translator } from '#app/i18n/translator.ts';
import { currentHour } from '#app/platform/clock.server.ts';
import type { Member } from '../identity/viewer.ts';
import { collectExport } from './collect-export.server.ts';
import { readMe, threadFileName, threadMarkdown } from './export-markdown.ts';
import type { Export } from './export-shape.ts';

/**
 * Everything of the member's in one zip: `export.json` (export-shape.ts) and a Markdown file for each thread they wrote in. Made
 * in memory for this one answer: nothing of it is kept, and nothing notes that it was asked for.
 */
export async function exportArchive(
  member: Member,
  { origin, language }: { origin: string; language: Language },
): Promise<Uint8Array<ArrayBuffer>> {
  const exported = await collectExport(member, { origin });
  return zip(filesOf(exported, language));
}

function* filesOf(exported: Export, language: Language): Generator<[name: string, text: string]> {
  const wording = { t: translator(language), language };
  yield ['read-me.md', readMe(exported, wording)];
  yield ['export.json', `${JSON.stringify(exported, null, 2)}\n`];
  for (const thread of exported.threads) {
    yield [threadFileName(thread), threadMarkdown(thread, exported.posts, wording)];
  }
}

/** File by file, letting others have their turn in between. */
async function zip(files: Iterable<[name: string, text: string]>): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  const archive = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  for (const [name, text] of files) {
    const file = new ZipDeflate(name);
    // Else the second at which it was made would stand beside each file.
    file.mtime = currentHour();
    archive.add(file);
    file.push(strToU8(text), true);
    await nextTurn();
  }
  archive.end();
  return new Uint8Array(Buffer.concat(chunks));
}
