import { Prisma } from './generated/client.ts';

/**
 * Whether `error` says that a row like it is there already: on any unique index, or on the one whose last field is `field`
 * (its name in the schema, such as `formKey`).
 */
export function isUniqueViolation(error: unknown, field?: string): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError) || error.code !== 'P2002') return false;
  return field === undefined || violatedIndex(error.meta).endsWith(`_${toColumn(field)}_key`);
}

/** The drivers name the index in different places, and the embedded one names its columns instead. */
function violatedIndex(meta: Record<string, unknown> | undefined): string {
  const constraint = (meta as DriverMeta | undefined)?.driverAdapterError?.cause?.constraint;
  return constraint?.index ?? `_${constraint?.fields?.join('_') ?? ''}_key`;
}

type DriverMeta = {
  driverAdapterError?: { cause?: { constraint?: { index?: string; fields?: string[] } } };
};

function toColumn(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
