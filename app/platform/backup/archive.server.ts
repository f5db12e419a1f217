import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { open, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pipeline, Readable } from 'node:stream';
import { pipeline as pipelineToEnd } from 'node:stream/promises';
import { ReadableStream } from 'node:stream/web';
import { createGunzip, createGzip } from 'node:zlib';
import { Decrypter, Encrypter } from 'age-encryption';
import { BackupError } from '#prisma/backup/format.ts';

/** How a file begins that is encrypted with age (age-encryption.org/v1). */
const AGE = Buffer.from('age-encryption.org/v1\n');
const NEWLINE = 0x0a;
/** Characters that lines are gathered to before they are compressed. */
const CHUNK = 1 << 16;

/**
 * Gives what writes lines into a file, compressed and, with `recipient` (`age1…`), encrypted so that only the identity that belongs to
 * it opens it. The file is there when all of it has reached the disk, or not at all; nobody but its owner may read it. One that was there
 * before is there until then.
 *
 * @throws BackupError when there is such a file already, unless it is to be replaced, or the recipient is none. What is given throws what the disk says when it
 *   is full.
 */
export function archiveAt(
  path: string,
  { recipient, replaces = false }: { recipient?: string | undefined; replaces?: boolean } = {},
): (lines: AsyncIterable<string>) => Promise<void> {
  if (!replaces && existsSync(path)) {
    throw new BackupError(`there is a file ${path} already, which --replace puts the new one in the place of`);
  }
  const seal = recipient === undefined ? passOn : encryptFor(recipient);
  const unfinished = `${path}.part`;
  return async (lines) => {
    try {
      const file = createWriteStream(unfinished, { mode: 0o600, flush: true });
      await pipelineToEnd(inChunks(lines), createGzip(), seal, file);
      await rename(unfinished, path);
      await flushFolder(dirname(path));
    } catch (error) {
      await rm(unfinished, { force: true });
      throw error;
    }
  };
}

/**
 * The lines of such a file.
 *
 * @param identityFile Holds the `AGE-SECRET-KEY-1…` that an encrypted one is opened with.
 * @throws BackupError when it is encrypted to somebody else, or is not such a file.
 */
export async function* readArchive(path: string, identityFile: string | undefined): AsyncGenerator<string> {
  try {
    const unseal = (await beginsWith(path, AGE)) ? decryptWith(await readIdentity(identityFile)) : passOn;
    yield* linesIn(pipeline(createReadStream(path), unseal, createGunzip(), () => undefined));
  } catch (error) {
    if (error instanceof BackupError) throw error;
    throw new BackupError(`${path} ${whyUnread(error as NodeJS.ErrnoException)}`);
  }
}

function whyUnread({ code, message }: NodeJS.ErrnoException): string {
  if (code === 'ENOENT') return 'is not there';
  if (code === 'Z_BUF_ERROR') return 'is cut short';
  return code?.startsWith('Z_') === true ? 'is no backup, or was damaged' : `cannot be read: ${message}`;
}

async function* passOn(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* source;
}

function encryptFor(recipient: string) {
  const encrypter = new Encrypter();
  try {
    encrypter.addRecipient(recipient);
  } catch {
    throw new BackupError('--encrypt-to wants a recipient of age, which begins with age1');
  }
  return async function* (source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    yield* bytesOf(await encrypter.encrypt(streamOf(source)));
  };
}

function decryptWith(identity: string) {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  return async function* (source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    yield* bytesOf(await decrypter.decrypt(streamOf(source)));
  };
}

/** The library speaks in streams of the web, whose types are the browser's and not Node's. */
function streamOf(source: AsyncIterable<Uint8Array>): globalThis.ReadableStream<Uint8Array> {
  return ReadableStream.from(source) as globalThis.ReadableStream<Uint8Array>;
}

function bytesOf(stream: globalThis.ReadableStream<Uint8Array>): AsyncIterable<Uint8Array> {
  return Readable.fromWeb(stream as ReadableStream<Uint8Array>);
}

async function readIdentity(file: string | undefined): Promise<string> {
  if (file === undefined) throw new BackupError('the backup is encrypted: --identity names the file with its key');
  const identity = /^AGE-SECRET-KEY-1\S+/m.exec(await readFile(file, 'utf8'))?.[0];
  if (identity === undefined) throw new BackupError(`${file} holds no AGE-SECRET-KEY-1…`);
  return identity;
}

async function beginsWith(path: string, wanted: Buffer): Promise<boolean> {
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(wanted.length), 0, wanted.length, 0);
    return buffer.subarray(0, bytesRead).equals(wanted);
  } finally {
    await handle.close();
  }
}

async function* inChunks(lines: AsyncIterable<string>): AsyncGenerator<Buffer> {
  let text = '';
  for await (const line of lines) {
    text += `${line}\n`;
    if (text.length < CHUNK) continue;
    yield Buffer.from(text);
    text = '';
  }
  if (text !== '') yield Buffer.from(text);
}

/** Parted at line feeds alone: what else ends a line somewhere may stand in a text. */
async function* linesIn(source: Readable): AsyncGenerator<string> {
  let parts: Buffer[] = [];
  for await (const chunk of source as AsyncIterable<Buffer>) {
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, start)) {
      yield Buffer.concat([...parts, chunk.subarray(start, end)]).toString();
      parts = [];
      start = end + 1;
    }
    parts.push(chunk.subarray(start));
  }
}

/** A new name in a folder is on the disk only when the folder is. */
async function flushFolder(path: string): Promise<void> {
  const folder = await open(path);
  await folder.sync().finally(() => folder.close());
}
