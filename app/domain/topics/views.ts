/** A topic as it is named beside a thread. */
export type TopicRef = { slug: string; name: string; groupSlug: string; groupName: string };

/** A topic in lists, in one language. */
export type ListedTopic = TopicRef & {
  description: string;
  synonyms: string[];
  /** Out of use: no new threads. */
  isRetired: boolean;
};

export type ListedGroup = { slug: string; name: string; description: string; topics: ListedTopic[] };

/** Those that everybody may read. */
type Counted = { threads: number };

/** A topic on its own page, and where it stands with the number of its threads. */
export type TopicView = ListedTopic & Counted;

export type TopicGroupView = Omit<ListedGroup, 'topics'> & Counted & { topics: TopicView[] };
