import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { pageMeta } from '#app/components/page-meta.ts';
import { SinglePost } from '#app/components/post/single-post.tsx';
import { listDecisionsOnMyPosts } from '#app/domain/moderation/appeals/decisions-on-me.server.ts';
import { waitingAbout } from '#app/domain/moderation/holds/waiting.server.ts';
import { getPost } from '#app/domain/posts/get-post.server.ts';
import { shownPost } from '#app/domain/posts/shown-post.ts';
import { getThread } from '#app/domain/threads/get-thread.server.ts';
import { translator } from '#app/i18n/translator.ts';
import { postPath } from '#app/platform/urls.ts';
import { forEngines } from './_threads/for-engines.ts';

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { viewer, language } = context;
  const { post, thread } = await getPost(viewer, { id: params['id'] ?? '', language });
  // The fields of a dilemma belong to its thread; a reply has none.
  const opening = post.number === 1 ? await getThread(viewer, { id: thread.id, language }) : null;
  const title = translator(language)('posts.title', { number: post.number, thread: thread.title });
  const decisions = (await listDecisionsOnMyPosts(viewer, [post]))[post.id];
  const waiting = (await waitingAbout(viewer, [post], opening ?? undefined))[post.id];
  return data({ title, post: shownPost(post), thread, opening, decisions, waiting }, { headers: forEngines(thread) });
}

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export const meta: MetaFunction<typeof loader> = ({ data: page, matches }) =>
  page ? pageMeta(matches, { title: page.title, canonical: postPath(page.post.id), index: !page.thread.keptOut }) : [];

export default function PostRoute() {
  return <SinglePost {...useLoaderData<typeof loader>()} />;
}
