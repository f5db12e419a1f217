import { Prisma } from './generated/client.ts';

/**
 * Whether `error` says that a row like it is there already: on any unique index, or on the one whose last field is `field`
 * (its name in the schema, such as `formKey`).
 */
export function isUniqueViolation(error: unknown, field?: string): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  const cause = (error.meta as DriverMeta | undefined)?.driverAdapterError?.cause;
  // Of a raw statement Prisma says only that it failed (P2010).
  if (error.code !== 'P2002' && cause?.kind !== 'UniqueConstraintViolation') return false;
  return field === undefined || violatedIndex(cause).endsWith(`_${toColumn(field)}_key`);
}

/** The drivers name the index in different places, and the embedded one names its columns instead. */
function violatedIndex(cause: DriverCause | undefined): string {
  return cause?.constraint?.index ?? `_${cause?.constraint?.fields?.join('_') ?? ''}_key`;
}

type DriverMeta = { driverAdapterError?: { cause?: DriverCause } };
type DriverCause = { kind?: string; constraint?: { index?: string; fields?: string[] } };

function toColumn(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
