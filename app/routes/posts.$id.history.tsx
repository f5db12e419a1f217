import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { HistoryPage } from '#app/components/editing/history-page.tsx';
import { pageMeta } from '#app/components/page-meta.ts';
import { getPost } from '#app/domain/posts/get-post.server.ts';
import { listRevisions } from '#app/domain/posts/list-revisions.server.ts';
import { translator } from '#app/i18n/translator.ts';
import { postInThreadPath } from '#app/platform/urls.ts';

export async function loader({ context, params }: LoaderFunctionArgs) {
  const id = params['id'] ?? '';
  const [{ post, thread }, revisions] = await Promise.all([
    getPost(context.viewer, { id, language: context.language }),
    listRevisions(context.viewer, { id }),
  ]);
  return {
    title: translator(context.language)('editing.historyTitle', { number: post.number }),
    number: post.number,
    language: post.language,
    back: { path: postInThreadPath(thread, post.number), title: thread.title, language: thread.language },
    revisions,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, { title: data?.title ?? '', index: false });

export default function PostHistoryPage() {
  return <HistoryPage {...useLoaderData<typeof loader>()} />;
}
