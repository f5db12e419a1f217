import { areKeysOn, hasModifier, isWriting } from './is-writing.ts';

const STEPS: Readonly<Record<string, number>> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };

/** Lets `j` and `k` go from hit to hit of a search; the arrows too, once one is there: before, they scroll the page. */
export function watchHitKeys(): void {
  document.addEventListener('keydown', (event) => {
    const step = STEPS[event.key];
    if (step === undefined || !areKeysOn() || hasModifier(event) || event.shiftKey || isWriting(event.target)) return;
    const hits = [...document.querySelectorAll<HTMLElement>('[data-hit]')];
    const at = hits.findIndex((hit) => hit === document.activeElement);
    const isArrow = event.key.startsWith('Arrow');
    if (isArrow && at === -1) return;
    const next = hits[at === -1 ? 0 : at + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
    next.scrollIntoView({ block: 'nearest' });
  });
}
