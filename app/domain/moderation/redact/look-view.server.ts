import { REVISED_FIELDS, type RevisedField } from '../../posts/views.ts';
import { hasAny, type FoundPassage, type FoundPost } from '../../privacy/erase-passage/find-passage.server.ts';
import { LEDGER_ORDER } from '../../privacy/erase-passage/spans.ts';

/** Characters before and after a passage that the list of places shows. */
const AROUND = 60;

/** Where the passage stands, and what would be left: shown to the moderator before anything is done. */
export type LookView = {
  lookedFor: string;
  seen: string;
  /** The post as it would be. */
  html: string;
  /** The other fields of an opening that would change. */
  fields: { field: RevisedField; text: string }[];
  /** Places in the text as it is, and earlier versions that have it. */
  places: number;
  versions: number;
  others: OtherPlace[];
  near: FoundPassage['near'];
  /** Reasons in the log that have the words, and will be redacted whole. */
  logReasons: number;
};

/** Another post of the thread that has the passage. */
export type OtherPlace = {
  number: number;
  name: string;
  places: number;
  versions: number;
  /** The first place, in the words around it; null where only earlier versions have it. */
  excerpt: { before: string; passage: string; after: string } | null;
  /** Whether it can be redacted as it is, and is ticked. */
  canCut: boolean;
  isTicked: boolean;
};

type Marks = Pick<LookView, 'lookedFor' | 'seen' | 'logReasons'> & {
  /** What the look before this one found, and what was left ticked then. */
  before: string;
  also: readonly number[];
};

export function lookView(found: FoundPassage, target: FoundPost, { before, also, ...marks }: Marks): LookView {
  const listed = new Set(before.split(',').map((each) => Number(each.split('.')[0])));
  const isTicked = (number: number): boolean => also.includes(number) || !listed.has(number);
  return {
    ...marks,
    html: target.body.ok ? target.body.html : '',
    fields: REVISED_FIELDS.filter((field) => field !== 'body').flatMap((field) => {
      const cut = target.cuts[field];
      return cut && cut.spans.length > 0 ? [{ field, text: cut.text }] : [];
    }),
    ...countsOf(target),
    others: found.posts.filter((post) => post !== target).map((post) => otherPlace(post, isTicked(post.number))),
    near: found.near,
  };
}

function otherPlace(post: FoundPost, isTicked: boolean): OtherPlace {
  const { number, name } = post;
  const counts = countsOf(post);
  const canCut = post.body.ok && counts.places + counts.versions > 0;
  return { number, name, ...counts, excerpt: excerptOf(post), canCut, isTicked: canCut && isTicked };
}

function countsOf({ cuts, versions, version }: FoundPost): { places: number; versions: number } {
  return {
    places: Object.values(cuts).reduce((sum, cut) => sum + cut.spans.length, 0),
    versions: versions.filter((each) => each.version < version && hasAny(each.cuts)).length,
  };
}

function excerptOf({ now, cuts }: FoundPost): OtherPlace['excerpt'] {
  const field = LEDGER_ORDER.find((each) => (cuts[each]?.spans.length ?? 0) > 0);
  const span = field && cuts[field]?.spans[0];
  if (!span) return null;
  const text = now[field] ?? '';
  return {
    before: text.slice(Math.max(0, span.start - AROUND), span.start),
    passage: text.slice(span.start, span.end),
    after: text.slice(span.end, span.end + AROUND),
  };
}
