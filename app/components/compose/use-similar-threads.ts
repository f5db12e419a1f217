import { useEffect, useState } from 'react';
import type { RelatedThread } from '#app/domain/search/related-threads.server.ts';
import { searchSimilarPath } from '#app/platform/urls.ts';

const PAUSE_IN_MS = 500;

/** Threads about the same as what stands in a field, a moment after the last letter; null until it was asked about. */
export function useSimilarThreads(fieldId: string): readonly RelatedThread[] | null {
  const [threads, setThreads] = useState<readonly RelatedThread[] | null>(null);

  // An effect, for it listens to a field that keeps its own text, waits on the clock and asks another system.
  useEffect(() => {
    const field = document.getElementById(fieldId);
    if (!(field instanceof HTMLInputElement)) return undefined;
    let controller = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = () => {
      clearTimeout(timer);
      controller.abort();
    };
    const ask = () => {
      stop();
      const { signal } = (controller = new AbortController());
      timer = setTimeout(() => {
        void fetchSimilar(field.value, signal).then((fetched) => {
          if (fetched !== undefined && !signal.aborted) setThreads(fetched);
        });
      }, PAUSE_IN_MS);
    };
    // A draft, or what was typed before the script came.
    if (field.value !== '') ask();
    field.addEventListener('input', ask);
    return () => {
      stop();
      field.removeEventListener('input', ask);
    };
  }, [fieldId]);

  return threads;
}

async function fetchSimilar(title: string, signal: AbortSignal): Promise<RelatedThread[] | undefined> {
  try {
    const response = await fetch(searchSimilarPath, { method: 'POST', body: new URLSearchParams({ title }), signal });
    return response.ok ? ((await response.json()) as RelatedThread[]) : undefined;
  } catch {
    return undefined;
  }
}
