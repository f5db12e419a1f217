/** A topic as it is named beside a thread. */
export type TopicRef = { slug: string; name: string; groupSlug: string; groupName: string };

/** A topic on its own page and in lists, in one language. `threads` counts those everybody may read. */
export type TopicView = TopicRef & {
  description: string;
  synonyms: string[];
  threads: number;
  /** Out of use: no new threads. */
  isRetired: boolean;
};

export type TopicGroupView = {
  slug: string;
  name: string;
  description: string;
  threads: number;
  topics: TopicView[];
};
