import type { BrowserOptions } from '../attack/world/browser.ts';
import { Member } from './member.ts';

let members = 0;

/** So many new members, each as if from an address of their own. */
export function newMembers(
  origin: string,
  count: number,
  options: Pick<BrowserOptions, 'keepsConnection'> = {},
): Promise<Member[]> {
  return Promise.all(
    Array.from({ length: count }, async () => {
      const member = new Member(origin, ++members, options);
      await member.join();
      return member;
    }),
  );
}

/** A topic that every forum has from its start. */
export async function firstTopic(origin: string): Promise<string> {
  const response = await fetch(`${origin}/api/v1/topics`);
  const { groups } = (await response.json()) as { groups: { topics: { slug: string }[] }[] };
  const [topic] = groups.flatMap(({ topics }) => topics);
  if (!topic) throw new Error('The forum has no topics');
  return topic.slug;
}
