import { describe, expect, it } from 'vitest';
import { applyMark, type Mark } from './markdown-marks.ts';

/** `‹` and `›` stand for the ends of what is selected. */
function after(mark: Mark, marked: string): string {
  const start = marked.indexOf('‹');
  const end = marked.indexOf('›') - 1;
  const text = marked.replace(/[‹›]/g, '');
  const change = applyMark(mark, { text, start, end });
  const changed = text.slice(0, change.from) + change.insert + text.slice(change.to);
  return `${changed.slice(0, change.start)}‹${changed.slice(change.start, change.end)}›${changed.slice(change.end)}`;
}

describe('a mark', () => {
  it.each<[string, Mark, string, string]>([
    ['goes around words', 'bold', 'a ‹b› c', 'a **‹b›** c'],
    ['leaves blanks outside', 'italic', 'a‹ b ›c', 'a *‹b›* c'],
    ['waits for words', 'bold', 'a ‹›', 'a **‹›**'],
    ['goes away again', 'bold', 'a **‹b›** c', 'a ‹b› c'],
    ['goes away from within', 'bold', 'a ‹**b**› c', 'a ‹b› c'],
    ['is not the other one', 'italic', '**‹b›**', '***‹b›***'],
    ['goes away from between others', 'italic', '***‹b›***', '**‹b›**'],
    ['stands before each line', 'quote', 'a\nb‹c\nd›e\nf', 'a\n‹> bc\n> de›\nf'],
    ['goes away from each line', 'quote', '‹> a\n> b›', '‹a\nb›'],
    ['begins a line to write on', 'list', 'a\n‹›', 'a\n- ‹›'],
    ['takes the line one is in', 'list', 'a\nb‹›c\nd', 'a\n- bc‹›\nd'],
    ['leaves out the line after its end', 'list', '‹a\n›b', '‹- a›\nb'],
    ['links words', 'link', 'a ‹b› c', 'a [b](‹https://›) c'],
    ['links an address', 'link', '‹https://b.test/c›', '[‹›](https://b.test/c)'],
    ['waits for the words of a link', 'link', 'a ‹›', 'a [‹›](https://)'],
  ])('%s', (_what, mark, before, expected) => {
    expect(after(mark, before)).toBe(expected);
  });
});
