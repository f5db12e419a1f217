import { z } from 'zod';
import { requiredText } from '../../threads/schema.ts';
import { LONGEST_APPEAL } from './appealable.ts';

/** What the form at /me/appeals/:id sends. */
export const appealSchema = z.strictObject({ text: requiredText(LONGEST_APPEAL, 'faults.appealMissing') });
