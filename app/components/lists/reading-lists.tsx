import { useTranslation } from '#app/i18n/use-translation.tsx';
import { followingPath, myThreadsPath, threadsPath } from '#app/platform/urls.ts';
import { Segments } from '../segments.tsx';

type ReadingList = 'all' | 'followed' | 'mine';

/** A member's three lists, each a link from the others. */
export function ReadingLists({ current }: { current: ReadingList }) {
  const { t } = useTranslation();
  const lists = [
    { key: 'all', href: threadsPath, label: t('lists.all') },
    { key: 'followed', href: followingPath, label: t('lists.followed') },
    { key: 'mine', href: myThreadsPath, label: t('lists.mine') },
  ] as const;
  return (
    <div className="reading-lists">
      <Segments name={t('lists.name')} segments={lists.map((list) => ({ ...list, isCurrent: list.key === current }))} />
    </div>
  );
}
