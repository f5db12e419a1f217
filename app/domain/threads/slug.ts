import slugify from '@sindresorhus/slugify';

const LONGEST = 60;

/** A title as it stands in an address: for people's eyes, since the id before it is what finds the thread. Never empty. */
export function slugOf(title: string): string {
  const slug = slugify(title, {
    customReplacements: [
      ['å', 'a'],
      ['Å', 'a'],
    ],
    decamelize: false,
  });
  if (slug.length <= LONGEST) return slug || 'thread';
  return slug
    .slice(0, LONGEST + 1)
    .replace(/-[^-]*$/, '')
    .slice(0, LONGEST);
}
