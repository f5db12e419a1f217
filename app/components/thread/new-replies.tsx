import { useTranslation } from '#app/i18n/use-translation.tsx';
import { threadPath } from '#app/platform/urls.ts';
import { LEFT_ALONE } from '../left-alone.ts';

type Props = {
  thread: { id: string; slug: string };
  /** The number of the last post on the page. */
  lastNumber: number;
};

/**
 * Where the script of the page (`app/enhance/new-replies`) says how many replies have come since, and shows them when asked to. Empty
 * without it. To be keyed by the last post: what the script showed goes when the page has it itself.
 */
export function NewReplies({ thread, lastNumber }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <div
        className="post-list"
        data-new-replies={thread.id}
        data-page={threadPath(thread)}
        data-after={lastNumber}
        {...LEFT_ALONE}
      />
      <p className="new-replies" data-words={t('threads.newReplies', { many: '#' })}>
        <span role="status" {...LEFT_ALONE} />
        <button type="button" className="button" hidden suppressHydrationWarning>
          {t('threads.showNew')}
        </button>
      </p>
    </>
  );
}
