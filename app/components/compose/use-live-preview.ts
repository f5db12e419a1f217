import { useEffect, useState } from 'react';

const PAUSE_IN_MS = 400;

/**
 * The text of a field as readers will see it, a moment after the last letter: HTML that the server has made safe. Null until there
 * was something to show. While the server cannot be reached the last one stays.
 */
export function useLivePreview(fieldId: string): string | null {
  const [html, setHtml] = useState<string | null>(null);

  // An effect, for it listens to a field that keeps its own text, waits on the clock and asks another system.
  useEffect(() => {
    const field = document.getElementById(fieldId);
    if (!(field instanceof HTMLTextAreaElement)) return undefined;
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
        void fetchPreview(field.value, signal).then((fetched) => {
          if (fetched !== undefined && !signal.aborted) setHtml(fetched);
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

  return html;
}

async function fetchPreview(text: string, signal: AbortSignal): Promise<string | undefined> {
  try {
    const response = await fetch('/preview', { method: 'POST', body: new URLSearchParams({ body: text }), signal });
    // 400 brings a fragment too: why this text could not be published as it stands.
    return response.ok || response.status === 400 ? await response.text() : undefined;
  } catch {
    return undefined;
  }
}
