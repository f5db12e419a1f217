import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { InboxPage } from '#app/components/following/inbox-page.tsx';
import { pageMeta } from '#app/components/page-meta.ts';
import { markAsRead, readInbox, type Marked } from '#app/domain/following/inbox.server.ts';
import type { Member } from '#app/domain/identity/viewer.ts';
import {
  LONGEST_MARKS,
  markSearchesRead,
  readSearchNews,
  type NewsPage,
} from '#app/domain/search/saved/news.server.ts';
import { listSavedSearches } from '#app/domain/search/saved/saved-searches.server.ts';
import { optionalText } from '#app/domain/threads/schema.ts';
import { translator } from '#app/i18n/translator.ts';
import { DomainError } from '#app/platform/errors.ts';
import { parseForm } from '#app/platform/forms/parse-form.server.ts';
import { requireMember } from '#app/platform/forms/require-member.server.ts';
import { searchedGroups } from './_search/searched-groups.server.ts';

/** `thread` and `topic` are left out to mark everything, and `only` to mark all threads too. */
const markSchema = z.strictObject({
  thread: optionalText(32),
  topic: optionalText(100),
  marks: optionalText(LONGEST_MARKS),
  only: z.literal('searches').optional(),
});

export async function loader({ context, request }: LoaderFunctionArgs) {
  const member = requireMember(context.viewer, request);
  const { items, topics } = await readInbox(member, { language: context.language });
  return {
    title: translator(context.language)('following.inbox'),
    items,
    topics,
    searches: await readSearches(member, { context, request }),
    groups: await searchedGroups(member, context.language),
  };
}

/** Null where search cannot be asked just now: the rest of the inbox is there all the same. */
async function readSearches(
  member: Member,
  { context, request }: Pick<LoaderFunctionArgs, 'context' | 'request'>,
): Promise<NewsPage | null> {
  const page = Number(new URL(request.url).searchParams.get('searches') ?? 1);
  try {
    if ((await listSavedSearches(member)).length > 0) await context.limit('search');
    return await readSearchNews(member, { page: Number.isInteger(page) ? page : 1, language: context.language });
  } catch (error) {
    if (error instanceof DomainError && (error.code === 'too-many' || error.code === 'unavailable')) return null;
    throw error;
  }
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, { title: data?.title ?? '', index: false });

export async function action({ context, request }: ActionFunctionArgs) {
  const member = requireMember(context.viewer, request);
  const form = await parseForm(request, markSchema);
  if (!form.ok) throw new DomainError('bad-request', 'Nothing that could be marked as read');
  const { thread, topic, marks, only } = form.value;
  if (only === undefined) await markAsRead(member, markedBy(thread, topic));
  if (marks !== null) await markSearchesRead(member, marks);
  return redirect('/inbox', 303);
}

function markedBy(thread: string | null, topic: string | null): Marked {
  if (thread !== null) return { kind: 'thread', id: thread };
  return topic === null ? { kind: 'everything' } : { kind: 'topic', slug: topic };
}

export default function InboxRoute() {
  return <InboxPage {...useLoaderData<typeof loader>()} />;
}
