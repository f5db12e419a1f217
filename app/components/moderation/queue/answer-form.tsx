import { TAKEN_BACK, type Appealable } from '#app/domain/moderation/appeals/appealable.ts';
import type { ItemAppeal, ItemView } from '#app/domain/moderation/queue/get-item.server.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import type { FormAnswer } from '#app/platform/forms/faults.ts';
import { ReasonField } from '../../editing/reason-field.tsx';
import { Checkbox } from '../../forms/choices.tsx';
import { KeptForm } from '../../forms/kept-form.tsx';
import { SubmitButton } from '../../forms/submit-button.tsx';

type Props = { appeal: ItemAppeal; item: ItemView; answer: FormAnswer | undefined };

/** The answer to who asks for a second look. */
export function AnswerForm({ appeal, item: { claim, version }, answer }: Props) {
  const { t } = useTranslation();
  const isTakenBack = TAKEN_BACK.has(appeal.act.kind as Appealable);
  return (
    <section className="queue-act" aria-labelledby="decide-heading">
      <h2 id="decide-heading">{t('queue.decide')}</h2>
      <p>{t(isTakenBack ? 'appeals.grantNote' : 'appeals.grantByHand')}</p>
      <KeptForm answer={answer} order={['reason', 'despiteClaim']}>
        <input type="hidden" name="version" value={version} />
        <ReasonField label={t('appeals.answer')} hint={t('appeals.answerHint')} suggestions={[]} />
        {claim && !claim.isMine && <Checkbox name="despiteClaim" label={t('queue.despiteClaim', { name: claim.by })} />}
        <div className="form-actions">
          <SubmitButton intent="refuse" outlined>
            {t('appeals.refuse')}
          </SubmitButton>
          <SubmitButton intent="grant">{t('appeals.grant')}</SubmitButton>
        </div>
      </KeptForm>
    </section>
  );
}
