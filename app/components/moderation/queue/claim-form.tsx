import { Form } from '@remix-run/react';
import type { ItemView } from '#app/domain/moderation/queue/get-item.server.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import { ClaimLine } from './claim-line.tsx';

/** Tells the others that one is looking at an item. What somebody else looks at is theirs until they let it go or it ends. */
export function ClaimForm({ item: { claim, version } }: { item: ItemView }) {
  const { t } = useTranslation();
  const intent = claim?.isMine === true ? 'release' : 'claim';
  return (
    <>
      {claim && <ClaimLine claim={claim} />}
      {(claim === null || claim.isMine) && (
        <Form className="form-actions queue-act" method="post" preventScrollReset>
          <input type="hidden" name="version" value={version} />
          <button className="button" type="submit" name="intent" value={intent}>
            {t(intent === 'claim' ? 'queue.claimIt' : 'queue.release')}
          </button>
          <span className="quiet">{t('queue.claimNote')}</span>
        </Form>
      )}
    </>
  );
}
