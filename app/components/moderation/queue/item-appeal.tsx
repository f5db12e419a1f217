import type { ItemAppeal } from '#app/domain/moderation/queue/get-item.server.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import { Moment } from '../../moment.tsx';
import { Notice } from '../../notice.tsx';

/** What somebody asks a second look at, in their words. */
export function ItemAppealView({ appeal: { text, act, isOwnAct, answer } }: { appeal: ItemAppeal }) {
  const { t } = useTranslation();
  return (
    <>
      <section aria-labelledby="decision-heading">
        <h2 id="decision-heading">{t('appeals.decision')}</h2>
        <p>
          <b>{t(`log.kinds.${act.kind}`)}</b> <Moment date={act.at} kind="about" />
        </p>
        <p>{t('posts.reason', { reason: act.reason })}</p>
        <p className="quiet">{act.by === null ? t('appeals.byNobody') : t('appeals.by', { name: act.by })}</p>
      </section>
      <section aria-labelledby="appeal-heading">
        <h2 id="appeal-heading">{t('appeals.theirWords')}</h2>
        {answer === null ? (
          <blockquote className="decided-on queue-as-flagged">{text}</blockquote>
        ) : (
          <>
            <p>{t('appeals.textGone')}</p>
            <p>
              <b>{t('appeals.answer')}:</b> {answer}
            </p>
          </>
        )}
        {answer === null && isOwnAct && (
          <Notice>
            <p>{t('appeals.ownAct')}</p>
          </Notice>
        )}
      </section>
    </>
  );
}
