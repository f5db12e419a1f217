/** Whose eyes look: a guest, members by what they are to the crawl, and staff. */
export const VIEWERS = ['guest', 'author', 'other identity', 'member', 'moderator', 'administrator'] as const;
export type ViewerName = (typeof VIEWERS)[number];

/** A word that must be nowhere but where `mayShow` says. */
export type Canary = { kind: string; text: string; mayShow: (place: Place) => boolean };

export type Place = { viewer: ViewerName; path: string };

/** Pages where staff know each other. */
const isOfModeration = (path: string): boolean => path.startsWith('/moderation') || /^\/posts\/\w+\/writer$/.test(path);

const isStaff = (viewer: ViewerName): boolean => viewer === 'moderator' || viewer === 'administrator';

/** The table of what may appear for whom: everything that is not named here may appear for nobody. */
export const MAY_SHOW = {
  /** In answers to anybody at any address. */
  nowhere: () => false,
  /** A member's own name stands on their own pages; who moderates is known to staff, on the pages of moderation. */
  penNameOf: (owner: ViewerName) => (place: Place) =>
    place.viewer === owner || (isStaff(owner) && isStaff(place.viewer) && isOfModeration(place.path)),
  /** For its writer and for staff: what is hidden, flags' notes, what a moderator took away without showing it. */
  writerAndStaff: (writer: ViewerName) => (place: Place) => place.viewer === writer || isStaff(place.viewer),
  /** On pages of staff, and in the archive of whose it is. */
  staffAndArchive: ({ viewer, path }: Place) => isStaff(viewer) || path === '/me/export/archive.zip',
  /** In addresses that staff work with, on the pages of moderation. */
  staffInModeration: ({ viewer, path }: Place) => isStaff(viewer) && isOfModeration(path),
  /** For one person alone. */
  only: (owner: ViewerName) => (place: Place) => place.viewer === owner,
  /** To members, each their own, in the list of their sessions: each is named there by its tag. */
  inListOfSessions: ({ viewer, path }: Place) => viewer !== 'guest' && path === '/me/settings/sessions',
} as const;

/** Bytes in every way in which they might be written. */
export function writtenForms(bytes: Uint8Array): string[] {
  const buffer = Buffer.from(bytes);
  const base64 = buffer.toString('base64');
  return [buffer.toString('hex'), base64.replace(/=+$/, ''), buffer.toString('base64url')];
}

/** Who writes a word into the address knows it: that it comes back (in a link to sign in, say) tells nothing. */
const isAskedFor = ({ text }: Canary, { path }: Place): boolean => path.includes(text);

export type Finding = { kind: string; viewer: ViewerName; path: string; how: string };

/** The canaries that stand in `text` (an answer's body or headers) and may not. */
export function findLeaks(text: string, canaries: readonly Canary[], place: Place & { how: string }): Finding[] {
  const folded = text.toLowerCase();
  return canaries
    .filter(
      (canary) => folded.includes(canary.text.toLowerCase()) && !isAskedFor(canary, place) && !canary.mayShow(place),
    )
    .map(({ kind }) => ({ kind, viewer: place.viewer, path: place.path, how: place.how }));
}
