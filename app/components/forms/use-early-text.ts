import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { isHydrating } from './use-hydrated.ts';

/** React warns of a layout effect on the server, where neither kind runs. */
const useEffectBeforePaint = typeof document === 'undefined' ? useEffect : useLayoutEffect;

/**
 * Keeps what somebody typed into a text area before this page's script took over: React would give the area its first text
 * back, and no event would ever tell of the other. Gives the ref for the area; `onText` is told once, if there was such a text.
 */
export function useEarlyText(
  id: string,
  first: string,
  onText: (text: string) => void,
): RefObject<HTMLTextAreaElement> {
  const area = useRef<HTMLTextAreaElement>(null);
  const [early] = useState(() => (isHydrating() ? textOf(document.getElementById(id)) : first));

  // An effect, for the area belongs to React only now; before the next frame, so that nobody sees the text go.
  useEffectBeforePaint(() => {
    if (early === first || area.current === null) return;
    area.current.value = early;
    onText(early);
    // Once, for what happened before the script ran happened once.
  }, []);

  return area;
}

function textOf(element: HTMLElement | null): string {
  return element instanceof HTMLTextAreaElement ? element.value : '';
}
