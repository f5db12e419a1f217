import type { EarlierDetail, FieldFinding } from '#app/domain/privacy/identifying/finding-keys.ts';
import type { FormAnswer } from '#app/platform/forms/faults.ts';

/** What is to be looked at before it is published: what may point to somebody, and what one has told in the same place before. */
export type LastLook = { readonly finds: readonly FieldFinding[]; readonly earlier: readonly EarlierDetail[] };

/** What a form with finds hands back to its page. */
export type LookedOver = FormAnswer & { readonly look?: LastLook };

/** What a composer's action hands back to its page: the form as it was, and the text as readers would see it if asked for. */
export type ComposeAnswer = LookedOver & { readonly preview: string | null };
