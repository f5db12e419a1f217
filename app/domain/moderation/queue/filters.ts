/** What the list of the queue can be narrowed down by. */
export const QUEUE_KINDS = ['risk', 'flags', 'aboutMe', 'held', 'pendingEdit', 'appeal', 'verification'] as const;
export const CLAIM_FILTERS = ['claimed', 'unclaimed'] as const;
