import type { ComposeAnswer } from '#app/components/compose/compose-answer.ts';
import type { OpeningContent } from '#app/domain/threads/schema.ts';

/** A post as it stands, to be held against what one has written oneself. */
export type CurrentText = { body: string; opening: OpeningContent | null };

/** `theirs`: what somebody else published while this edit was being written. */
export type EditAnswer = ComposeAnswer & { readonly theirs?: CurrentText };
