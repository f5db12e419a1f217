import { useTranslation } from '#app/i18n/use-translation.tsx';
import { threadReadPath } from '#app/platform/urls.ts';
import { useReadMark } from './use-read-mark.ts';

type Props = {
  threadId: string;
  /** The number of the last post on this page. */
  to: number;
  /** Up to which number the thread is marked as read. */
  readTo: number;
};

/** Marks a thread as read to the end of this page: by itself after a while, and by a button where no script runs. */
export function ReadMarkForm({ threadId, to, readTo }: Props) {
  const { t } = useTranslation();
  const path = threadReadPath(threadId);
  const isMarked = useReadMark({ path, to, isRead: readTo >= to });
  if (isMarked) return null;
  return (
    <form className="read-mark" action={path} method="post">
      <button className="button" type="submit" name="to" value={to} title={t('following.readMarkNote')}>
        {t('following.markRead')}
      </button>
    </form>
  );
}
