import type { News } from '#app/domain/following/count-news.server.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import { postInThreadPath } from '#app/platform/urls.ts';

type Props = News & { thread: { id: string; slug: string } };

/** How much is new in a thread of a list, leading to the first of it. */
export function NewHere({ thread, news, firstNew }: Props) {
  const { t } = useTranslation();
  return (
    <a href={postInThreadPath(thread, firstNew)}>
      <b>{t('following.newHere', { count: news })}</b>
    </a>
  );
}
