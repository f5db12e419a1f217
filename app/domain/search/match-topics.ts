import { wordsOf } from '#search/words.ts';

/** A topic or a group and everything it is called, in all languages; first what its readers are told that it is called. */
export type NamedTopic = { slug: string; names: readonly string[] };

export type TopicMatch<Topic extends NamedTopic> = {
  topic: Topic;
  /** Which of its other names it was found by; null where it was the first. */
  by: string | null;
};

/** How well a name fits, best first: it is what was typed, it begins with it, its words begin with those typed. */
const FITS = { whole: 3, beginning: 2, words: 1 } as const;

/** The topics one of whose names goes on from what was typed, best first and then in their order. */
export function matchTopics<Topic extends NamedTopic>(
  topics: readonly Topic[],
  typed: string,
  limit: number,
): TopicMatch<Topic>[] {
  const words = wordsOf(typed);
  if (words.length === 0) return [];
  return topics
    .map((topic) => ({ topic, ...bestName(topic, words) }))
    .filter(({ fit }) => fit > 0)
    .sort((a, b) => b.fit - a.fit)
    .slice(0, limit)
    .map(({ topic, name }) => ({ topic, by: name === topic.names[0] ? null : name }));
}

function bestName({ names }: NamedTopic, typed: readonly string[]): { name: string; fit: number } {
  let best = { name: '', fit: 0 };
  for (const name of names) {
    const fit = fitOf(wordsOf(name), typed);
    if (fit > best.fit) best = { name, fit };
  }
  return best;
}

function fitOf(words: readonly string[], typed: readonly string[]): number {
  const [name, begun] = [words.join(' '), typed.join(' ')];
  if (name === begun) return FITS.whole;
  if (name.startsWith(begun)) return FITS.beginning;
  return typed.every((one) => words.some((word) => word.startsWith(one))) ? FITS.words : 0;
}
