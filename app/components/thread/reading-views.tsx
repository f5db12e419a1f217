import type { ReactNode } from 'react';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import { Segments } from '../segments.tsx';
import { SideLabel } from '../side-label.tsx';
import { READING_VIEWS, readingPath, sideShown, type ReadingView } from './reading-view.ts';

type Props = { thread: { id: string; slug: string }; view: ReadingView };

/** Whose replies are shown, and how: links, so that each view has an address. */
export function ReadingViews({ thread, view }: Props) {
  const { t } = useTranslation();
  const label = (each: ReadingView): ReactNode => {
    const side = sideShown(each);
    return side ? <SideLabel side={side} /> : t(each === 'everyone' ? 'topics.everyone' : 'threads.bothChairs');
  };
  return (
    <div className="reading-views">
      <Segments
        name={t('threads.whoReplies')}
        segments={READING_VIEWS.map((each) => ({
          key: each,
          href: `${readingPath(thread, each)}#replies`,
          label: label(each),
          isCurrent: each === view,
        }))}
      />
    </div>
  );
}
