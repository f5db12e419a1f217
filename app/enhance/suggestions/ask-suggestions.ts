import type { Suggestions } from '#app/components/suggestions/suggestions.ts';

const PAUSE_IN_MS = 180;
const SHORTEST = 2;

/** Asks for what fits a text, a moment after the last letter. A newer text takes the place of an older one, asked or not. */
export function suggestionAsker(address: string, show: (suggestions: Suggestions | null) => void) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = new AbortController();

  function cancel(): void {
    clearTimeout(timer);
    asked.abort();
  }

  function ask(text: string): void {
    cancel();
    if (text.trim().length < SHORTEST) {
      show(null);
      return;
    }
    const { signal } = (asked = new AbortController());
    timer = setTimeout(() => {
      void fetchSuggestions(`${address}?${new URLSearchParams({ q: text }).toString()}`, signal).then((found) => {
        // What was asked before the last letter is nobody's question any more.
        if (!signal.aborted) show(found);
      });
    }, PAUSE_IN_MS);
  }

  return { ask, cancel };
}

async function fetchSuggestions(address: string, signal: AbortSignal): Promise<Suggestions | null> {
  try {
    const response = await fetch(address, { signal, headers: { Accept: 'application/json' } });
    return response.ok ? ((await response.json()) as Suggestions) : null;
  } catch {
    // Without suggestions the field is what it is without scripts.
    return null;
  }
}
