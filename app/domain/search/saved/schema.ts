import { z } from 'zod';
import { optionalText } from '../../threads/schema.ts';
import { SAVED_LIMITS } from './vault.ts';

const name = optionalText(SAVED_LIMITS.name);
const id = z.string().regex(/^[a-z2-7]{10,32}$/, 'faults.malformed');

/** What the forms for saved searches send. `query`: the parameters of the search's address. */
export const saveSearchSchema = z.strictObject({
  query: z.string('faults.malformed').max(SAVED_LIMITS.query, 'faults.tooLong'),
  name,
});
export const renameSearchSchema = z.strictObject({ id, name });
export const removeSearchSchema = z.strictObject({ id });
