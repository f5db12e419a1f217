import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

const COMPRESSIBLE = /^(text\/|application\/(json|xml|atom\+xml|manifest\+json)|image\/svg)/;
/** Below this many bytes the packing costs more than it saves. */
const WORTHWHILE = 1000;

export type Encoded = { body: Buffer; encoding: 'br' | 'gzip' | undefined };

/** Packs an answer as its reader accepts it. Pages are made afresh each time, so speed counts before size. */
export async function compress(body: Buffer, type: string, accepted: string | undefined): Promise<Encoded> {
  const encoding = body.length < WORTHWHILE || !COMPRESSIBLE.test(type) ? undefined : bestOf(accepted ?? '');
  switch (encoding) {
    case 'br':
      return { body: await brotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }), encoding };
    case 'gzip':
      return { body: await zip(body, { level: 5 }), encoding };
    case undefined:
      return { body, encoding };
  }
}

function bestOf(accepted: string): 'br' | 'gzip' | undefined {
  const refused = /\b(br|gzip)\s*;\s*q=0(\.0*)?\s*(,|$)/g;
  const wanted = accepted.replace(refused, '');
  if (/\bbr\b/.test(wanted)) return 'br';
  return /\bgzip\b/.test(wanted) ? 'gzip' : undefined;
}
