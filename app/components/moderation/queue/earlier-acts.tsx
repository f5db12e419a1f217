import type { EarlierAct } from '#app/domain/moderation/queue/get-item.server.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import { Moment } from '../../moment.tsx';

/** What was decided before on the post and in its thread; nothing where nothing was. */
export function EarlierActs({ acts }: { acts: readonly EarlierAct[] }) {
  const { t } = useTranslation();
  if (acts.length === 0) return null;
  return (
    <section aria-labelledby="acts-heading">
      <h2 id="acts-heading">{t('queue.acts')}</h2>
      <ul className="flag-list">
        {acts.map(({ id, kind, reason, at, by, isOnPost }) => (
          <li key={id}>
            <b>{t(`log.kinds.${kind}`)}</b> {isOnPost && t('queue.onThisPost')}
            <p>{reason}</p>
            <p className="quiet">
              {by ?? t('queue.byNobody')} · <Moment date={at} kind="about" />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
