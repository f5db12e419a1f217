import { useAnswerAsTyped } from './use-answer-as-typed.ts';

const PAUSE_IN_MS = 400;

/** The text of a field as readers will see it, a moment after the last letter: HTML that the server has made safe. Null until then. */
export const useLivePreview = (fieldId: string): string | null =>
  useAnswerAsTyped(fieldId, { ask: fetchPreview, pause: PAUSE_IN_MS });

async function fetchPreview(text: string, signal: AbortSignal): Promise<string | undefined> {
  const response = await fetch('/preview', { method: 'POST', body: new URLSearchParams({ body: text }), signal });
  // 400 brings a fragment too: why this text could not be published as it stands.
  return response.ok || response.status === 400 ? response.text() : undefined;
}
