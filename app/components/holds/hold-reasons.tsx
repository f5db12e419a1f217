import { HOLD_REASONS, type HoldReason } from '#app/domain/moderation/holds/hold-reasons.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';

/** Why a post is held, in plain words. */
export function HoldReasons({ reasons }: { reasons: readonly HoldReason[] }) {
  const { t } = useTranslation();
  if (reasons.length === 0) return null;
  return (
    <ul className="hold-reasons">
      {HOLD_REASONS.filter((reason) => reasons.includes(reason)).map((reason) => (
        <li key={reason}>{t(`holds.reasons.${reason}`)}</li>
      ))}
    </ul>
  );
}
