import type { ItemView } from '#app/domain/moderation/queue/get-item.server.ts';
import { LIMITS } from '#app/domain/threads/limits.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import type { FormAnswer } from '#app/platform/forms/faults.ts';
import { Checkbox } from '../../forms/choices.tsx';
import { KeptForm } from '../../forms/kept-form.tsx';
import { SubmitButton } from '../../forms/submit-button.tsx';
import { TextArea } from '../../forms/text-area.tsx';

type Props = { item: ItemView; answer: FormAnswer | undefined };

/** Verified, or refused and why. */
export function AnswerVerificationForm({ item: { claim, version }, answer }: Props) {
  const { t } = useTranslation();
  return (
    <section className="queue-act" aria-labelledby="decide-heading">
      <h2 id="decide-heading">{t('verification.decide')}</h2>
      <KeptForm answer={answer} order={['reason', 'despiteClaim']}>
        <input type="hidden" name="version" value={version} />
        <TextArea
          name="reason"
          label={t('verification.refuseReason')}
          hint={t('verification.refuseHint')}
          rows={3}
          max={LIMITS.reason}
          optional
        />
        {claim && !claim.isMine && <Checkbox name="despiteClaim" label={t('queue.despiteClaim', { name: claim.by })} />}
        <div className="form-actions">
          <SubmitButton intent="verify">{t('verification.verify')}</SubmitButton>
          <SubmitButton intent="decline" outlined>
            {t('verification.refuse')}
          </SubmitButton>
        </div>
      </KeptForm>
    </section>
  );
}
