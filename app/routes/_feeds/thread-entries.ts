import type { ThreadSummary } from '#app/domain/threads/views.ts';
import type { Language } from '#app/i18n/languages.ts';
import { translator } from '#app/i18n/translator.ts';
import { threadPath } from '#app/platform/urls.ts';
import type { AtomEntry } from './atom.server.ts';

/** Threads as entries of a feed: by title and question, by their warning alone, or by nothing but the title. */
export function threadEntries(threads: readonly ThreadSummary[], language: Language): AtomEntry[] {
  return threads.map((thread) => ({
    title: thread.title,
    path: threadPath(thread),
    published: thread.createdAt,
    updated: thread.createdAt,
    summary: summaryOf(thread, language),
  }));
}

/** Feeds are read by machines that ask nobody: what is kept out of search engines says nothing of itself there. */
function summaryOf({ contentWarning, keptOut, question }: ThreadSummary, language: Language): string | null {
  if (contentWarning !== null) return warningLine(contentWarning, language);
  return keptOut ? null : question;
}

/** What stands in a feed instead of a text that carries a warning. */
export function warningLine(warning: string, language: Language): string {
  return translator(language)('threads.contentWarning', { subject: warning });
}
