import { diffWordsWithSpace } from 'diff';

export type WordDiff = { kind: 'same' | 'added' | 'removed'; text: string }[];

/** Two texts that share hardly a word take long to compare; past this they are shown as one removed and one added. */
const TIMEOUT_MS = 200;

/** What changed from `before` to `after`, word by word. */
export function wordDiff(before: string, after: string): WordDiff {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }];
  const changes = diffWordsWithSpace(before, after, { timeout: TIMEOUT_MS });
  if (!changes) return replaced(before, after);
  return changes.map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }));
}

function replaced(before: string, after: string): WordDiff {
  return [
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ];
}
