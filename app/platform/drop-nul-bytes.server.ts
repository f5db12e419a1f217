import { Transform } from 'node:stream';

/**
 * Takes zero bytes out of a page. React 18 sends the rest of a full buffer along where a letter of several bytes did not fit into it
 * any more, so that "spørre" arrives as "sp\0ørre" (react issue 31134). No text here has a NUL: PostgreSQL keeps none.
 */
export function dropNulBytes(): Transform {
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      done(null, chunk.includes(0) ? chunk.filter((byte) => byte !== 0) : chunk);
    },
  });
}
