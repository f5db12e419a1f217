import { useEffect, useState } from 'react';

const PAUSE_IN_MS = 400;

/**
 * The text as readers will see it, a moment after the last letter: HTML that the server has made safe. Null until something
 * has been typed. While the server cannot be reached the last one stays.
 */
export function useLivePreview(text: string | null): string | null {
  const [html, setHtml] = useState<string | null>(null);

  // An effect, for it waits on the clock and asks another system.
  useEffect(() => {
    if (text === null) return undefined;
    const controller = new AbortController();
    const timer = setTimeout(() => {
      void fetchPreview(text, controller.signal).then((fetched) => {
        if (fetched !== undefined) setHtml(fetched);
      });
    }, PAUSE_IN_MS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [text]);

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
