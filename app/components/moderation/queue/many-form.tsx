import type { ReactNode } from 'react';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import type { FormAnswer } from '#app/platform/forms/faults.ts';
import { ReasonField } from '../../editing/reason-field.tsx';
import { Checkbox } from '../../forms/choices.tsx';
import { KeptForm } from '../../forms/kept-form.tsx';
import { SubmitButton } from '../../forms/submit-button.tsx';

type Props = {
  /** Of flags: what the form would do to "all". */
  filters: { reason?: string | undefined; claim?: string | undefined };
  answer: FormAnswer | undefined;
  /** The list with its boxes. */
  children: ReactNode;
};

/** The form round the list: one decision on all that is ticked. */
export function ManyForm({ filters: { reason, claim }, answer, children }: Props) {
  const { t } = useTranslation();
  return (
    <KeptForm answer={answer} order={['all', 'reason']}>
      {reason !== undefined && <input type="hidden" name="flaggedAs" value={reason} />}
      {claim !== undefined && <input type="hidden" name="claimed" value={claim} />}
      {children}
      <fieldset className="queue-many">
        <legend>{t('queue.many')}</legend>
        <Checkbox name="all" label={t('queue.all')} hint={t('queue.allHint')} />
        <ReasonField
          hint={t('queue.reasonHint')}
          suggestions={[t('queue.reasonFine'), t('editing.reasonAdvertising'), t('editing.reasonRespect')]}
        />
        <div className="form-actions">
          <SubmitButton intent="dismiss" outlined>
            {t('queue.dismissMany')}
          </SubmitButton>
          <button className="button button-danger" type="submit" name="intent" value="hide">
            {t('queue.hideMany')}
          </button>
        </div>
      </fieldset>
    </KeptForm>
  );
}
