import type { TFunction } from 'i18next';
import type { LoggedAction } from '#app/domain/moderation/log/list-actions.server.ts';
import type { LogKind } from '#app/domain/moderation/log/log-kinds.ts';

const OF_WRITERS: ReadonlySet<LogKind> = new Set(['note', 'warn', 'review', 'lift', 'bar', 'unbar']);

/** Whether it was done to who wrote the post, instead of to the post. */
export function isOfWriter(kind: LogKind): boolean {
  return OF_WRITERS.has(kind);
}

/** What it was done to in a line without links, for a feed. */
export function subjectLine(t: TFunction, { kind, about, thread, number }: LoggedAction): string {
  const writer = isOfWriter(kind);
  const title = thread && (thread.title || t('log.untitled'));
  if (about === 'thread') return title ?? t('log.goneThread');
  if (title === null || number === null) return t(writer ? 'log.goneWriter' : 'log.gonePost');
  return t(writer ? 'log.writerIn' : 'log.postIn', { number, title });
}
