import type { ItemView } from '#app/domain/moderation/queue/get-item.server.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import type { FormAnswer } from '#app/platform/forms/faults.ts';
import { postEditPath, postWriterPath } from '#app/platform/urls.ts';
import { ReasonField } from '../../editing/reason-field.tsx';
import { Checkbox } from '../../forms/choices.tsx';
import { KeptForm } from '../../forms/kept-form.tsx';
import { SubmitButton } from '../../forms/submit-button.tsx';

type Props = { item: ItemView; answer: FormAnswer | undefined };

/** The decision on a held post or on an edit that waits, with its reason. */
export function DecideHeldForm({ item: { kind, about, claim, version, edit }, answer }: Props) {
  const { t } = useTranslation();
  const canRelease = edit?.isOvertaken !== true;
  return (
    <section className="queue-act" aria-labelledby="decide-heading">
      <h2 id="decide-heading">{t('queue.decide')}</h2>
      <KeptForm answer={answer} order={['reason', 'despiteClaim']}>
        <input type="hidden" name="version" value={version} />
        <ReasonField
          hint={t('holds.queue.reasonHint')}
          suggestions={[
            t('queue.reasonFine'),
            t('holds.queue.reasonSentBack'),
            t('editing.reasonRespect'),
            t('editing.reasonAdvertising'),
          ]}
        />
        {claim && !claim.isMine && <Checkbox name="despiteClaim" label={t('queue.despiteClaim', { name: claim.by })} />}
        <div className="form-actions">
          {canRelease && (
            <SubmitButton intent="approve">
              {t(kind === 'held' ? 'holds.queue.release' : 'holds.queue.releaseEdit')}
            </SubmitButton>
          )}
          <SubmitButton intent="sendBack" outlined>
            {t('holds.queue.sendBack')}
          </SubmitButton>
          {kind === 'held' && (
            <button className="button button-danger" type="submit" name="intent" value="hide">
              {t('queue.hide')}
            </button>
          )}
        </div>
      </KeptForm>
      {about && (
        <p className="form-actions queue-more">
          {kind === 'held' && about.post.canEdit && <a href={postEditPath(about.post.id)}>{t('queue.edit')}</a>}
          <a href={postWriterPath(about.post.id)}>{t('sanctions.link')}</a>
        </p>
      )}
    </section>
  );
}
