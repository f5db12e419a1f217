import { useTranslation } from 'react-i18next';
import { HOLD_REASONS, type HoldReason } from '#app/domain/moderation/holds/hold-reasons.ts';

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
