/**
 * How often what may be done, all in one place. `per: 'address'` counts by where a request came from, `per: 'member'` by who is
 * signed in. Generous: they are there against machines, and a whole clinic may sit behind one address.
 */
export const LIMITS = {
  'sign-up': { per: 'address', times: 30, seconds: 3600 },
  'sign-in': { per: 'address', times: 60, seconds: 600 },
  recover: { per: 'address', times: 20, seconds: 3600 },
  search: { per: 'address', times: 120, seconds: 60 },
  // Of one's own: who types fast must not use up what the search itself may be asked.
  suggest: { per: 'address', times: 600, seconds: 60 },
  concern: { per: 'address', times: 10, seconds: 3600 },
  verification: { per: 'member', times: 20, seconds: 3600 },
  endorse: { per: 'member', times: 120, seconds: 3600 },
  mail: { per: 'member', times: 10, seconds: 3600 },
  flag: { per: 'member', times: 60, seconds: 3600 },
  post: { per: 'member', times: 120, seconds: 600 },
  // Sent by the composer itself, every two seconds at most.
  draft: { per: 'member', times: 400, seconds: 600 },
  export: { per: 'member', times: 6, seconds: 3600 },
} as const satisfies Record<string, Limit>;

export type Limit = { per: 'address' | 'member'; times: number; seconds: number };
export type LimitedAction = keyof typeof LIMITS;
