import type { ItemHeld } from '#app/domain/moderation/queue/held-item.server.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import { HoldReasons } from '../../holds/hold-reasons.tsx';

/** Why a post is held, with the rules that matched. */
export function ItemHeldView({ held: { reasons, rules, wasPublished, isSentBack } }: { held: ItemHeld }) {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="held-heading">
      <h2 id="held-heading">{t('holds.queue.whyHeld')}</h2>
      <HoldReasons reasons={reasons} />
      {rules.length > 0 && (
        <p>
          {t('holds.queue.rules')}{' '}
          {rules.map(({ pattern }) => (
            <code key={pattern}>{pattern} </code>
          ))}
        </p>
      )}
      <p className="quiet">
        {t(wasPublished ? 'holds.queue.wasPublished' : 'holds.queue.neverPublished')}{' '}
        {isSentBack && t('holds.queue.waitsForAuthor')}
      </p>
    </section>
  );
}
