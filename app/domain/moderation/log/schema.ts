import { z } from 'zod';
import { DomainError } from '#app/platform/errors.ts';
import { LOG_KINDS } from './log-kinds.ts';

/** Forms send what was left empty as an empty text: it counts as not given. */
const given = (value: unknown): unknown => (value === '' || value === null ? undefined : value);
const day = z.preprocess(given, z.iso.date().optional());

const logRequestSchema = z.object({
  kind: z.preprocess(given, z.enum(LOG_KINDS).optional()),
  from: day,
  to: day,
  after: z.preprocess(given, z.string().max(60).optional()),
});

/** Which part of the log is asked for. Days are days of UTC, both inclusive. */
export type LogRequest = z.output<typeof logRequestSchema>;

/** Out of an address. @throws DomainError bad-request for what cannot be. */
export function parseLogRequest(search: URLSearchParams): LogRequest {
  const keys = ['kind', 'from', 'to', 'after'] as const;
  const parsed = logRequestSchema.safeParse(Object.fromEntries(keys.map((key) => [key, search.get(key)])));
  if (!parsed.success) throw new DomainError('bad-request', 'No such part of the log');
  return parsed.data;
}
