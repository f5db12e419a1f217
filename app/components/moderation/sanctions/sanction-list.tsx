import { isLasting } from '#app/domain/moderation/sanctions/kinds.ts';
import type { SanctionView } from '#app/domain/moderation/sanctions/list-sanctions.server.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import { Moment } from '../../moment.tsx';

/** What a pen name or a persona was given before, with what is left of it. */
export function SanctionList({ sanctions }: { sanctions: readonly SanctionView[] }) {
  const { t } = useTranslation();
  return (
    <ul className="flag-list">
      {sanctions.map((sanction) => (
        <li key={sanction.id}>
          <p>
            <b>{t(`sanctions.kinds.${sanction.kind}`)}</b> <State sanction={sanction} />
          </p>
          <p>{sanction.reason}</p>
          <p className="quiet">
            <Moment date={sanction.createdAt} kind="about" />{' '}
            {sanction.by === null ? t('sanctions.byNobody') : t('sanctions.by', { name: sanction.by })}
          </p>
        </li>
      ))}
    </ul>
  );
}

function State({ sanction: { kind, until, liftedAt, holds } }: { sanction: SanctionView }) {
  const { t } = useTranslation();
  if (liftedAt !== null) return <span className="tag">{t('sanctions.lifted')}</span>;
  if (!isLasting(kind)) return null;
  return (
    <>
      <span className="tag">{t(holds ? 'sanctions.holds' : 'sanctions.ended')}</span>{' '}
      {until === null ? (
        t('sanctions.forGood')
      ) : (
        <>
          {t('sanctions.until')} <Moment date={until} kind="about" />
        </>
      )}
    </>
  );
}
