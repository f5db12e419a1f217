import type { ReactNode } from 'react';
import type { ThreadEvent } from '#app/domain/threads/views.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';

/** So many in a row stand as they are. */
const UNFOLDED = 3;

type Props = {
  events: readonly ThreadEvent[];
  line: (event: ThreadEvent) => ReactNode;
};

/** What happened to a thread between two of its posts: a long run is folded, so that it does not push the next post away. */
export function EventRun({ events, line }: Props) {
  const { t } = useTranslation();
  if (events.length <= UNFOLDED) return <>{events.map(line)}</>;
  return (
    <details className="event-run">
      <summary className="event">
        <span>{t('threadWork.eventRun', { count: events.length })}</span>
      </summary>
      {events.map(line)}
    </details>
  );
}
