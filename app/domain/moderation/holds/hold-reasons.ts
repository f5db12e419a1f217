/** Why a post is kept back, in the order in which it is said. */
export const HOLD_REASONS = ['moderator', 'review', 'wordRule', 'newcomer', 'links'] as const;
export type HoldReason = (typeof HOLD_REASONS)[number];
