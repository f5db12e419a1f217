import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

const COMPRESSIBLE = /^(text\/|application\/(json|xml|atom\+xml|manifest\+json)|image\/svg)/;
/** Below this many bytes the packing costs more than it saves. */
const WORTHWHILE = 1000;

export type Encoding = 'br' | 'gzip';
export type Encoded = { body: Buffer; encoding: Encoding | undefined };

/** Speed before size, for what is sent once; size before speed, for what is sent again and again. */
const LEVELS = { quickly: { br: 4, gzip: 5 }, well: { br: 9, gzip: 9 } } as const;

/** Packs an answer that is made for this one reader, as they accept it. */
export async function compress(body: Buffer, type: string, accepted: string | undefined): Promise<Encoded> {
  const encoding = acceptedEncoding(body.length, type, accepted);
  return { body: encoding === undefined ? body : await pack(body, encoding, 'quickly'), encoding };
}

/** The best packing that a reader accepts for so many bytes of a type; undefined for none. */
export function acceptedEncoding(length: number, type: string, accepted: string | undefined): Encoding | undefined {
  return length < WORTHWHILE || accepted === undefined || !COMPRESSIBLE.test(type) ? undefined : bestOf(accepted);
}

export function pack(body: Buffer, encoding: Encoding, how: keyof typeof LEVELS): Promise<Buffer> {
  const level = LEVELS[how][encoding];
  if (encoding === 'gzip') return zip(body, { level });
  return brotli(body, {
    params: { [constants.BROTLI_PARAM_QUALITY]: level, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
  });
}

function bestOf(accepted: string): Encoding | undefined {
  const refused = /\b(br|gzip)\s*;\s*q=0(\.0*)?\s*(,|$)/g;
  const wanted = accepted.replace(refused, '');
  if (/\bbr\b/.test(wanted)) return 'br';
  return /\bgzip\b/.test(wanted) ? 'gzip' : undefined;
}
