import { areKeysOn, hasModifier, isWriting } from './is-writing.ts';

const STEPS: Readonly<Record<string, number>> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };

/** What the keys go through: the hits of a search, or the posts of a thread. */
const STOPS = '[data-hit], .post';

/**
 * Lets `j` and `k` go from hit to hit or from post to post, `r` to the reply field, and `q` quote the post one is at, or has selected
 * words in. The arrows go from hit to hit too, once one is there: before, and in a thread, they scroll the page.
 */
export function watchReadingKeys(): void {
  document.addEventListener('keydown', (event) => {
    if (!areKeysOn() || hasModifier(event) || event.shiftKey || isWriting(event.target)) return;
    if (act(event.key)) event.preventDefault();
  });
}

/** @returns whether the key did something. */
function act(key: string): boolean {
  if (key === 'q') return quote();
  if (key === 'r') return goTo(document.querySelector<HTMLElement>('#reply :is(textarea, .button)'));
  const step = STEPS[key];
  return step !== undefined && goTo(stopAfter(step, key.startsWith('Arrow')));
}

function stopAfter(step: number, isArrow: boolean): HTMLElement | undefined {
  const stops = [...document.querySelectorAll<HTMLElement>(STOPS)];
  const at = stops.findIndex((stop) => stop.contains(document.activeElement));
  if (at === -1) return isArrow ? undefined : stops.find((stop) => stop.getBoundingClientRect().top >= 0);
  if (isArrow && !stops[at]?.matches('[data-hit]')) return undefined;
  return stops[at + step];
}

/** The reply box puts in what is selected (components/compose/quoting), and the whole post is its link's own. */
function quote(): boolean {
  const selection = getSelection();
  const selected = selection?.isCollapsed === false ? selection.anchorNode?.parentElement : null;
  const post = selected?.closest('.post') ?? document.activeElement?.closest('.post');
  const link = post?.querySelector<HTMLElement>('[data-quote]');
  link?.click();
  return link != null;
}

function goTo(place: HTMLElement | null | undefined): boolean {
  if (!place) return false;
  // An article is no stop of the Tab key: it only becomes one for these.
  if (place.tabIndex < 0) place.tabIndex = -1;
  place.focus({ preventScroll: true });
  place.scrollIntoView({ block: place.matches('.post') ? 'start' : 'nearest' });
  return true;
}
