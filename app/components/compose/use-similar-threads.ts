import type { RelatedThread } from '#app/domain/search/related-threads.server.ts';
import { searchSimilarPath } from '#app/platform/urls.ts';
import { useAnswerAsTyped } from './use-answer-as-typed.ts';

const PAUSE_IN_MS = 500;

/** Threads about the same as what stands in a field, a moment after the last letter; null until it was asked about. */
export const useSimilarThreads = (fieldId: string): readonly RelatedThread[] | null =>
  useAnswerAsTyped(fieldId, { ask: fetchSimilar, pause: PAUSE_IN_MS });

async function fetchSimilar(title: string, signal: AbortSignal): Promise<RelatedThread[] | undefined> {
  const response = await fetch(searchSimilarPath, { method: 'POST', body: new URLSearchParams({ title }), signal });
  return response.ok ? ((await response.json()) as RelatedThread[]) : undefined;
}
