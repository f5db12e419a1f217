import type { FormAnswer } from '#app/platform/forms/faults.ts';

/** What a composer's action hands back to its page: the form as it was, and the text as readers would see it if asked for. */
export type ComposeAnswer = FormAnswer & { readonly preview: string | null };
