import type { Change } from './markdown-marks.ts';

/**
 * Does to a text area what somebody typing would: who then presses Ctrl+Z has it undone, which nothing but this old command
 * leaves to the browser. Where it is not there, the text is set and its listeners are told.
 */
export function changeText(area: HTMLTextAreaElement, { from, to, insert, start, end }: Change): void {
  area.focus();
  area.setSelectionRange(from, to);
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- there is no other way that keeps the browser's undo
  const isDone = insert !== '' && document.execCommand('insertText', false, insert);
  if (!isDone) {
    area.setRangeText(insert, from, to, 'end');
    area.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText', data: insert }));
  }
  area.setSelectionRange(start, end);
}
