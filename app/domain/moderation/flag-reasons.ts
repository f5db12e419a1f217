/** Why somebody flags a post. */
export const FLAG_REASONS = ['identifying', 'risk', 'disrespect', 'advertising', 'offTopic', 'other'] as const;
