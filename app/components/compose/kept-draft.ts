import type { Typed } from '#app/platform/forms/faults.ts';

/** The draft that a composer was opened with. */
export type KeptDraft = { number: number; typed: Typed; formKey: string | null };
