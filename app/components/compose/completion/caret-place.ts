/** What decides where the letters of a text area stand. */
const COPIED = [
  ...['box-sizing', 'width', 'border-width', 'border-style', 'padding', 'direction', 'text-indent', 'tab-size'],
  ...['font-family', 'font-size', 'font-weight', 'font-style', 'font-kerning', 'line-height', 'letter-spacing'],
];

export type Place = { top: number; left: number; height: number };

/** Where a character of a text area stands in the window, in CSS pixels; `height` is that of its line. Browsers do not tell. */
export function placeOf(area: HTMLTextAreaElement, index: number): Place {
  const style = getComputedStyle(area);
  const mirror = document.createElement('div');
  for (const name of COPIED) mirror.style.setProperty(name, style.getPropertyValue(name));
  Object.assign(mirror.style, { position: 'absolute', top: '0', left: '0', visibility: 'hidden' });
  Object.assign(mirror.style, { whiteSpace: 'pre-wrap', overflowWrap: 'break-word' });
  const mark = document.createElement('span');
  // The whole word, for it stands on the line that it fits on.
  mark.textContent = /^\S+/.exec(area.value.slice(index))?.[0] ?? '.';
  mirror.append(area.value.slice(0, index), mark);
  document.body.append(mirror);
  const { offsetTop, offsetLeft } = mark;
  mirror.remove();
  const { top, left } = area.getBoundingClientRect();
  return { top: top + offsetTop - area.scrollTop, left: left + offsetLeft, height: parseFloat(style.lineHeight) };
}
