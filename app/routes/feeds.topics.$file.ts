import { redirect, type LoaderFunctionArgs } from '@remix-run/node';
import { GUEST } from '#app/domain/identity/viewer.ts';
import { listThreads } from '#app/domain/threads/list-threads.server.ts';
import { findMovedTopic } from '#app/domain/topics/find-moved-topic.server.ts';
import { getTopic } from '#app/domain/topics/get-topic.server.ts';
import { topicFeedPath, topicPath } from '#app/platform/urls.ts';
import { atomResponse, nameOfFeed } from './_feeds/atom.server.ts';
import { threadEntries } from './_feeds/thread-entries.ts';

/** `/feeds/topics/:slug.atom` */
export async function loader({ context: { language, origin }, params }: LoaderFunctionArgs) {
  const slug = nameOfFeed(params['file']);
  const movedTo = await findMovedTopic(slug);
  if (movedTo !== null) throw redirect(topicFeedPath(movedTo), 301);
  const topic = await getTopic(GUEST, { slug, language });
  const { threads } = await listThreads(GUEST, { topic: topic.slug, sort: 'new', language });
  return atomResponse({
    title: topic.name,
    language,
    origin,
    path: topicFeedPath(topic.slug),
    page: topicPath(topic.slug),
    entries: threadEntries(threads, language),
  });
}
