import type { KeyboardEvent } from 'react';

/**
 * Keys of a list of links: `j` and `k` go to the next and the one before, `x` ticks the box of the one in focus. They work while
 * the focus is in the list alone (WCAG 2.1.4), so that nobody who types or dictates sets them off.
 */
export function listKeys(event: KeyboardEvent<HTMLElement>): void {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('h2 a')];
  const entry = (event.target as HTMLElement).closest('li');
  const here = links.findIndex((link) => entry?.contains(link));
  if (event.key === 'j') links[Math.min(here + 1, links.length - 1)]?.focus();
  else if (event.key === 'k') links[Math.max(here - 1, 0)]?.focus();
  else if (event.key === 'x') entry?.querySelector<HTMLInputElement>('input[type=checkbox]')?.click();
  else return;
  event.preventDefault();
}

function isTyping(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.matches('textarea, select, input:not([type=checkbox])');
}
