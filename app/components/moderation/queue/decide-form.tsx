import type { ItemView } from '#app/domain/moderation/queue/get-item.server.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import type { FormAnswer } from '#app/platform/forms/faults.ts';
import { postEditPath, postRedactPath, postWriterPath } from '#app/platform/urls.ts';
import { ReasonField } from '../../editing/reason-field.tsx';
import { Checkbox } from '../../forms/choices.tsx';
import { KeptForm } from '../../forms/kept-form.tsx';
import { SubmitButton } from '../../forms/submit-button.tsx';

type Props = { item: ItemView; answer: FormAnswer | undefined };

/** The decision on an item, with its reason. */
export function DecideForm({ item: { kind, about, claim, version }, answer }: Props) {
  const { t } = useTranslation();
  const canHide = about?.post.state === 'published' || about?.post.state === 'held';
  return (
    <section className="queue-act" aria-labelledby="decide-heading">
      <h2 id="decide-heading">{t(about ? 'queue.decide' : 'queue.decideRequest')}</h2>
      <KeptForm answer={answer} order={['reason', 'despiteClaim']}>
        <input type="hidden" name="version" value={version} />
        <ReasonField
          hint={t(
            kind === 'risk' ? 'holds.queue.riskReasonHint' : about ? 'queue.reasonHint' : 'queue.requestReasonHint',
          )}
          suggestions={[
            t('queue.reasonFine'),
            t('editing.reasonIdentifying'),
            t('editing.reasonRespect'),
            t('editing.reasonAdvertising'),
          ]}
        />
        {claim && !claim.isMine && <Checkbox name="despiteClaim" label={t('queue.despiteClaim', { name: claim.by })} />}
        <div className="form-actions">
          <SubmitButton intent="dismiss" outlined>
            {t('queue.dismiss')}
          </SubmitButton>
          {canHide && (
            <button className="button button-danger" type="submit" name="intent" value="hide">
              {t('queue.hide')}
            </button>
          )}
          {(!about || kind === 'risk') && <SubmitButton intent="done">{t('queue.done')}</SubmitButton>}
        </div>
      </KeptForm>
      {about && (
        <p className="form-actions queue-more">
          {about.post.canEdit && <a href={postEditPath(about.post.id)}>{t('queue.edit')}</a>}
          {about.post.canModerate && <a href={postRedactPath(about.post.id)}>{t('redaction.redact')}</a>}
          <a href={postWriterPath(about.post.id)}>{t('sanctions.link')}</a>
        </p>
      )}
    </section>
  );
}
