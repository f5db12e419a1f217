import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { pageMeta } from '#app/components/page-meta.ts';
import { ReadingLists } from '#app/components/lists/reading-lists.tsx';
import { ThreadList } from '#app/components/thread/thread-list.tsx';
import { findUnread } from '#app/domain/following/read-marks.server.ts';
import { listMyThreads } from '#app/domain/threads/list-my-threads.server.ts';
import { translator } from '#app/i18n/translator.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import { requireMember } from '#app/platform/forms/require-member.server.ts';
import { myThreadsPath, newThreadPath } from '#app/platform/urls.ts';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const member = requireMember(context.viewer, request);
  const after = new URL(request.url).searchParams.get('after');
  const { threads, next } = await listMyThreads(member, {
    ...(after === null ? {} : { after }),
    language: context.language,
  });
  const unread = await findUnread(
    member,
    threads.map(({ id }) => id),
  );
  return { title: translator(context.language)('me.threads'), threads, unread, next, isFirst: after === null };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, { title: data?.title ?? '', index: false });

export default function MyThreadsPage() {
  const { t } = useTranslation();
  const { threads, unread, next, isFirst } = useLoaderData<typeof loader>();
  return (
    <div className="page">
      <h1>{t('me.threads')}</h1>
      <p className="lead">{t('me.threadsNote')}</p>
      <ReadingLists current="mine" />
      {threads.length > 0 && <ThreadList threads={threads} unread={unread} />}
      {threads.length === 0 && isFirst && (
        <p>
          {t('me.noThreads')} <a href={newThreadPath()}>{t('site.newThread')}</a>
        </p>
      )}
      {next !== null && (
        <p>
          <a href={`${myThreadsPath}?after=${encodeURIComponent(next)}`} rel="next">
            {t('topics.older')}
          </a>
        </p>
      )}
    </div>
  );
}
