import { createHash } from 'node:crypto';

/** Figures that change without the page changing (how often it was read): `<span data-outside-etag>12</span>`. */
const OUTSIDE = /(<[a-z]+[^<>]* data-outside-etag(?:=""|="true")?[^<>]*>)[^<]*/g;

/** A weak ETag of what a page says. Weak, since the same page is sent packed in several ways. */
export function pageTag(body: Buffer, type: string): string {
  const content = type.startsWith('text/html') ? body.toString('utf8').replace(OUTSIDE, '$1') : body;
  return `W/"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"`;
}

/** Whether an If-None-Match header names `etag`. Compared weakly, as RFC 9110 section 13.1.2 has it. */
export function isKnownTag(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  const opaque = (tag: string): string => tag.trim().replace(/^W\//, '');
  return ifNoneMatch.split(',').some((tag) => tag.trim() === '*' || opaque(tag) === opaque(etag));
}
