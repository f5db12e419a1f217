import type { News } from '#app/domain/following/count-news.server.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import { postInThreadPath } from '#app/platform/urls.ts';

type Props = News & { thread: { id: string; slug: string } };

/** On top of a thread: how much is new since it was last read, and the way there. */
export function FirstNew({ thread, news, firstNew }: Props) {
  const { t } = useTranslation();
  return (
    <p className="first-new">
      <a href={postInThreadPath(thread, firstNew)}>{t('following.firstNew')}</a>{' '}
      <span className="quiet">({t('following.newHere', { count: news })})</span>
    </p>
  );
}
