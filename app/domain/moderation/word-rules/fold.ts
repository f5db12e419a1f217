/** A text as it is compared, and where in the text each character of that came from. */
export type Folded = { text: string; startOf: (index: number) => number; endOf: (index: number) => number };

/** Letters of their own, that no accent makes out of others. */
const OWN_LETTERS: ReadonlySet<string> = new Set(['å', 'ä', 'ö', 'æ', 'ø']);
const CLUSTER = /\p{L}\p{M}*|[\s\S]/gu;
const MARKS = /\p{M}/gu;

/** Lower case, without accents (é as e, but å, ä and ö as they are), with straight apostrophes. */
export function fold(text: string): Folded {
  let folded = '';
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { 0: cluster, index } of text.matchAll(CLUSTER)) {
    const plain = foldCluster(cluster);
    const units = Array.from({ length: plain.length });
    starts.push(...units.map(() => index));
    ends.push(...units.map(() => index + cluster.length));
    folded += plain;
  }
  const end = text.length;
  return { text: folded, startOf: (index) => starts[index] ?? end, endOf: (index) => ends[index - 1] ?? 0 };
}

function foldCluster(cluster: string): string {
  const lower = cluster.normalize('NFC').toLowerCase();
  if (lower === '’' || lower === '‘') return "'";
  // What joins or softly breaks words is not seen: it hides no word either.
  if (/^[\u00AD\u200B-\u200D\u2060\uFEFF]$/u.test(lower)) return '';
  return OWN_LETTERS.has(lower) ? lower : lower.normalize('NFD').replace(MARKS, '').normalize('NFC');
}
