/** One link of what an error was made of. */
export type ErrorLink = {
  code?: unknown;
  originalCode?: unknown;
  message?: unknown;
  syscall?: unknown;
  cause?: unknown;
  meta?: { driverAdapterError?: unknown } | undefined;
};

/** The error and what it was made of, outermost first: Prisma keeps the driver's in one of two places. */
export function chainOf(error: unknown): ErrorLink[] {
  if (typeof error !== 'object' || error === null) return [];
  const link: ErrorLink = error;
  return [link, ...chainOf(link.cause), ...chainOf(link.meta?.driverAdapterError)];
}
