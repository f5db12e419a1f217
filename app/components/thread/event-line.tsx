import type { ThreadEvent, ThreadLink } from '#app/domain/threads/views.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import { postInThreadPath, threadPath } from '#app/platform/urls.ts';
import { Moment } from '../moment.tsx';
import { useLangOf } from '../prose.tsx';

type Props = {
  event: ThreadEvent;
  /** The thread that it stands in. */
  thread: { id: string; slug: string };
  /** Whether posts that stood here are found by the numbers they had. */
  withAnchors: boolean;
};

/** What happened to the thread, in a line between its posts: what, why and when, and nobody's name. */
export function EventLine({ event, thread, withAnchors }: Props) {
  return (
    <p className="event">
      {withAnchors &&
        event.kind === 'movedAway' &&
        event.numbers.map((number) => <i key={number} id={`post-${number}`} />)}
      <span>
        <What event={event} thread={thread} />
        {event.reason !== null && <> · {event.reason}</>}
        {event.at !== null && (
          <>
            {' · '}
            <Moment date={event.at} kind="about" />
          </>
        )}
      </span>
    </p>
  );
}

function What({ event, thread }: Pick<Props, 'event' | 'thread'>) {
  const { t } = useTranslation();
  switch (event.kind) {
    case 'lock':
    case 'unlock':
    case 'merge':
      return <>{t(`threadWork.events.${event.kind}`)}</>;
    case 'move':
      return <Moved from={event.from} to={event.to} />;
    case 'splitOff':
      if (event.other === null) return <>{t('threadWork.events.splitOffElsewhere')}</>;
      return (
        <>
          {t('threadWork.events.splitOff')} <LinkTo thread={event.other} />
        </>
      );
    case 'movedAway':
      return <MovedAway event={event} thread={thread} />;
  }
}

function Moved({ from, to }: { from: string | null; to: string | null }) {
  const { t } = useTranslation();
  if (from !== null && to !== null) return <>{t('threadWork.events.move', { from, to })}</>;
  if (from !== null) return <>{t('threadWork.events.moveFrom', { from })}</>;
  return <>{to === null ? t('threadWork.events.moved') : t('threadWork.events.moveTo', { to })}</>;
}

type MovedAwayProps = { event: Extract<ThreadEvent, { kind: 'movedAway' }>; thread: Props['thread'] };

function MovedAway({ event: { numbers, to, isHere, now }, thread }: MovedAwayProps) {
  const { t } = useTranslation();
  const count = numbers.length;
  if (isHere) {
    return (
      <>
        {t('threadWork.events.movedBelow', { count })}{' '}
        <a href={postInThreadPath(thread, now)}>{t('threadWork.events.furtherDown')}</a>
      </>
    );
  }
  if (to === null) return <>{t('threadWork.events.movedElsewhere', { count })}</>;
  return (
    <>
      {t('threadWork.events.movedAway', { count })} <LinkTo thread={to} at={now} />
    </>
  );
}

/** `at`: the number of the post that is meant. */
function LinkTo({ thread, at }: { thread: ThreadLink; at?: number }) {
  const lang = useLangOf(thread.language);
  return (
    <a href={at === undefined || at === 1 ? threadPath(thread) : postInThreadPath(thread, at)} lang={lang}>
      {thread.title}
    </a>
  );
}
