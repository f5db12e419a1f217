import type { ClaimView } from '#app/domain/moderation/queue/claim-view.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import { Moment } from '../../moment.tsx';

/** Who is looking at an item, and until when. */
export function ClaimLine({ claim }: { claim: ClaimView }) {
  const { t } = useTranslation();
  return (
    <p className="queue-claim">
      {claim.isMine ? t('queue.claimedByMe') : t('queue.claimedBy', { name: claim.by })}{' '}
      <Moment date={claim.until} kind="about" />
    </p>
  );
}
