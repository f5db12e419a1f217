import { createHash } from 'node:crypto';

/** Marks figures that change without the page changing (how often it was read): `<li data-outside-etag="">12 times</li>`. */
const OUTSIDE = ' data-outside-etag';
const OPENS = '<';
const CLOSES = '>';

/** A weak ETag of what a page says. Weak, since the same page is sent packed in several ways. */
export function pageTag(body: Buffer, type: string): string {
  const hash = createHash('sha256');
  for (const part of type.startsWith('text/html') ? partsInside(body) : [body]) hash.update(part);
  return `W/"${hash.digest('base64url').slice(0, 22)}"`;
}

/** All of the page but the text in elements that are marked. */
function* partsInside(body: Buffer): Generator<Buffer> {
  let from = 0;
  for (let at = body.indexOf(OUTSIDE); at !== -1; at = body.indexOf(OUTSIDE, at + 1)) {
    const isInTag = body.lastIndexOf(OPENS, at) > body.lastIndexOf(CLOSES, at);
    if (!isInTag) continue;
    const text = body.indexOf(CLOSES, at) + 1;
    yield body.subarray(from, text);
    const end = body.indexOf(OPENS, text);
    from = end === -1 ? body.length : end;
  }
  yield body.subarray(from);
}

/** Whether an If-None-Match header names `etag`. Compared weakly, as RFC 9110 section 13.1.2 has it. */
export function isKnownTag(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  const opaque = (tag: string): string => tag.trim().replace(/^W\//, '');
  return ifNoneMatch.split(',').some((tag) => tag.trim() === '*' || opaque(tag) === opaque(etag));
}
