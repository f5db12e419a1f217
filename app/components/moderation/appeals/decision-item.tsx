import type { ReactNode } from 'react';
import type { DecisionOnMe } from '#app/domain/moderation/appeals/decisions-on-me.server.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import { decisionPath, postInThreadPath, threadPath } from '#app/platform/urls.ts';
import { Moment } from '../../moment.tsx';
import { SentenceWith } from '../../written.tsx';

/** One decision as the person sees it: what, why, for how long, and what came of asking again. */
export function DecisionItem({ decision, heading }: { decision: DecisionOnMe; heading: ReactNode }) {
  const { t } = useTranslation();
  const { reason, at, thread, post, name, isTakenBack } = decision;
  return (
    <>
      {heading}
      <p>
        <a href={post ? postInThreadPath(thread, post.number) : threadPath(thread)}>
          <SentenceWith
            sentence={(title) =>
              post ? t('appeals.post', { number: post.number, title, name }) : t('appeals.thread', { title, name })
            }
            text={thread.title}
            language={thread.language}
          />
        </a>
      </p>
      <p>{t('posts.reason', { reason })}</p>
      {!isTakenBack && <Length lasts={decision.lasts} />}
      <p className="quiet">
        <Moment date={at} kind="about" />
      </p>
      {isTakenBack && <p>{t('appeals.takenBack')}</p>}
      <SecondLook decision={decision} />
    </>
  );
}

function Length({ lasts }: Pick<DecisionOnMe, 'lasts'>) {
  const { t } = useTranslation();
  if (lasts === null) return null;
  if (lasts.until === null) return <p>{t('appeals.forGood')}</p>;
  return (
    <p>
      {t('appeals.until')} <Moment date={lasts.until} kind="about" />
    </p>
  );
}

/** What came of asking again, or the way to do it; nothing where there is nothing to ask. */
export function SecondLook({ decision: { id, appeal, canAppeal } }: { decision: DecisionOnMe }) {
  const { t } = useTranslation();
  if (canAppeal) {
    return (
      <p>
        <a href={decisionPath(id)}>{t('appeals.ask')}</a>
      </p>
    );
  }
  if (appeal === null) return null;
  if (appeal === 'waits') return <p>{t('appeals.asked')}</p>;
  return (
    <>
      <p>
        <b>{t(`appeals.outcomes.${appeal.outcome}`)}</b> <Moment date={appeal.at} kind="about" />
      </p>
      <p>{appeal.answer}</p>
    </>
  );
}
