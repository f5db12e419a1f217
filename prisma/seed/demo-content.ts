import { z } from 'zod';
import { importLineSchema, type ImportLine } from '#app/domain/posts/import/import-line.ts';
import { demonstrationRef } from '#app/domain/settings/seeded.server.ts';
import { DEMO_GUIDES } from './demo-guides.ts';
import members from './content/demo-members.json' with { type: 'json' };
import source from './content/demo-threads.jsonl?raw';

/** What a demonstration thread has that an import line has not; everything else is checked as one. */
const demoThread = z.looseObject({
  slug: z.string(),
  topicSlug: z.string(),
  replies: z.array(z.looseObject({ anonymous: z.boolean() })),
  locked: z.strictObject({ reason: z.string() }).optional(),
  moderation: z
    .strictObject({ replyIndex: z.number(), before: z.string(), after: z.string(), reason: z.string() })
    .optional(),
});

export type DemoThread = {
  slug: string;
  line: ImportLine;
  /** For each reply, whether it was written by a persona rather than by one of the demonstration members. */
  anonymous: boolean[];
  /** Why the thread takes no more replies. */
  locked: { reason: string } | undefined;
  /** Whether the moderator opened it, under their pen name: a guide. */
  isGuide: boolean;
  /** A moderator's edit of a reply, which `line` has as it was before. */
  moderation: { replyIndex: number; after: string; reason: string } | undefined;
};

export type DemoMember = { penName: string; language: string; perspective: string };

export const DEMO_MODERATOR: string = members.moderator;
export const DEMO_MEMBERS: readonly DemoMember[] = members.members;

export const DEMO_THREADS: readonly DemoThread[] = [
  ...source
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => readDemoThread(JSON.parse(line))),
  ...DEMO_GUIDES.map(readGuide),
];

function readGuide({ slug, ...guide }: (typeof DEMO_GUIDES)[number]): DemoThread {
  const line = importLineSchema.parse({ ...guide, kind: 'guide', externalRef: demonstrationRef(slug), replies: [] });
  return { slug, line, anonymous: [], isGuide: true, locked: undefined, moderation: undefined };
}

function readDemoThread(json: unknown): DemoThread {
  const { slug, topicSlug, replies, locked, moderation, ...rest } = demoThread.parse(json);
  const line = importLineSchema.parse({
    ...rest,
    externalRef: demonstrationRef(slug),
    topic: topicSlug,
    replies: replies.map(({ anonymous: _, ...reply }, index) => ({
      ...reply,
      ...(index === moderation?.replyIndex ? { body: moderation.before } : {}),
    })),
  });
  return { slug, line, anonymous: replies.map(({ anonymous }) => anonymous), isGuide: false, locked, moderation };
}
