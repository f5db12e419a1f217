import { Writable } from 'node:stream';

/**
 * A page that React is done with, in one piece, as everything is sent: a stream of some dozens of pieces through three kinds of streams costs more.
 *
 * React 18 sends the rest of a full buffer along where a letter of several bytes did not fit into it any more, so that "spørre" arrives
 * as "sp\0ørre" (react issue 31134). Zero bytes are taken out: no text here has a NUL, PostgreSQL keeps none.
 *
 * @param pipe React's, once all of the page is ready.
 */
export function gatherPage(pipe: (page: Writable) => unknown): Promise<Uint8Array<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    const pieces: Buffer[] = [];
    const page = new Writable({
      // React stops at a stream that is full.
      highWaterMark: Number.MAX_SAFE_INTEGER,
      write(piece: Buffer, _encoding, done) {
        pieces.push(piece);
        done();
      },
      final(done) {
        resolve(withoutNul(Buffer.concat(pieces)));
        done();
      },
    });
    page.on('error', reject);
    pipe(page);
  });
}

function withoutNul(page: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  return page.includes(0) ? page.filter((byte) => byte !== 0) : page;
}
