import { data } from '@remix-run/node';
import type { ComposeAnswer } from '#app/components/compose/compose-answer.ts';
import type { Viewer } from '#app/domain/identity/viewer.ts';
import { listSimilarThreads, type RelatedThread } from '#app/domain/search/related-threads.server.ts';
import type { Language } from '#app/i18n/languages.ts';

/** A composer that comes back, with threads about the same as the title in it. */
export type AnswerWithSimilar = ComposeAnswer & { readonly similar: readonly RelatedThread[] };

type Given = ReturnType<typeof data<ComposeAnswer>>;

/** Puts threads like the one that is being written beside a form that comes back. Without a search it comes back all the same. */
export async function withSimilar(viewer: Viewer, language: Language, { data: answer, init }: Given) {
  const title = answer.typed['title'] ?? '';
  const similar = await listSimilarThreads(viewer, title, language).catch(() => []);
  return data<AnswerWithSimilar>({ ...answer, similar }, init ?? {});
}
