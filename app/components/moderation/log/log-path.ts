import type { LogRequest } from '#app/domain/moderation/log/schema.ts';
import { moderationLogPath } from '#app/platform/urls.ts';

export type LogView = Omit<LogRequest, 'after'>;

/** The address of the log, narrowed to what was chosen, or a later page of it. */
export function logPath({ kind, from, to }: LogView, after?: string): string {
  const chosen = Object.entries({ kind, from, to, after }).filter(([, value]) => value !== undefined);
  const search = new URLSearchParams(chosen as [string, string][]).toString();
  return search === '' ? moderationLogPath : `${moderationLogPath}?${search}`;
}
