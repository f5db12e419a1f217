import { useTranslation } from '#app/i18n/use-translation.tsx';
import type { FormAnswer } from '#app/platform/forms/faults.ts';
import { TextField } from '../../forms/field.tsx';
import { KeptForm } from '../../forms/kept-form.tsx';

const LOSES = ['ends', 'nobody', 'stays', 'pauses'] as const;

/** Lets a member in again who has lost everything, after saying what else is lost by it. */
export function ResetForm({ penName, answer }: { penName: string; answer: FormAnswer | undefined }) {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="reset-heading">
      <h2 id="reset-heading">{t('memberWork.resetTitle')}</h2>
      <p>{t('memberWork.resetLead')}</p>
      <div className="explained">
        <ul>
          {LOSES.map((key) => (
            <li key={key}>{t(`memberWork.resetLoses.${key}`)}</li>
          ))}
        </ul>
      </div>
      <KeptForm answer={answer} order={['confirm']}>
        <TextField name="confirm" label={t('memberWork.resetConfirm', { name: penName })} autoComplete="off" />
        <div className="form-actions">
          <button className="button button-danger" type="submit" name="intent" value="reset">
            {t('memberWork.resetDo')}
          </button>
        </div>
      </KeptForm>
    </section>
  );
}
