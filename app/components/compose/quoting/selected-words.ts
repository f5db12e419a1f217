/** What a post's writer has written: neither who they are, nor what they answer, nor what can be done with it. */
const OWN_WORDS = '.post-text :is(.prose, .post-situation, .post-question)';

/** The words that are selected in a post, as they are seen; empty where none are, or where the selection reaches out of its text. */
export function selectedWordsIn(post: Element): string {
  const selection = getSelection();
  const own = [...post.querySelectorAll(OWN_WORDS)];
  const [first, last] = [own[0], own.at(-1)];
  if (!selection || selection.isCollapsed || selection.rangeCount === 0 || !first || !last) return '';
  const range = selection.getRangeAt(0);
  const [before, after] = [range.cloneRange(), range.cloneRange()];
  // A browser that selects a paragraph may end the selection at the start of whatever comes next: words count, not borders.
  before.setEndBefore(first);
  after.setStartAfter(last);
  const isWithin = [before, after].every((outside) => outside.toString().trim() === '');
  return isWithin ? selection.toString().trim() : '';
}
