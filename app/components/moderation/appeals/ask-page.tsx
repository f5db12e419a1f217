import { LONGEST_APPEAL } from '#app/domain/moderation/appeals/appealable.ts';
import type { DecisionOnMe } from '#app/domain/moderation/appeals/decisions-on-me.server.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import type { FormAnswer } from '#app/platform/forms/faults.ts';
import { KeptForm } from '../../forms/kept-form.tsx';
import { SubmitButton } from '../../forms/submit-button.tsx';
import { TextArea } from '../../forms/text-area.tsx';
import { DecisionItem } from './decision-item.tsx';

type Props = { decision: DecisionOnMe; answer: FormAnswer | undefined };

/** One decision, and the form that asks for a second look at it. */
export function AskPage({ decision, answer }: Props) {
  const { t } = useTranslation();
  const { kind, canAppeal } = decision;
  return (
    <div className="page page-narrow">
      <p className="quiet">
        <a href="/me/appeals">{t('appeals.title')}</a>
      </p>
      <DecisionItem decision={{ ...decision, canAppeal: false }} heading={<h1>{t(`appeals.kinds.${kind}`)}</h1>} />
      {canAppeal && (
        <section aria-labelledby="ask-heading">
          <h2 id="ask-heading">{t('appeals.askTitle')}</h2>
          <p>{t('appeals.askLead')}</p>
          <KeptForm answer={answer} order={['text']}>
            <TextArea
              name="text"
              label={t('appeals.askText')}
              hint={t('appeals.askTextHint')}
              rows={6}
              max={LONGEST_APPEAL}
            />
            <div className="form-actions">
              <SubmitButton>{t('appeals.send')}</SubmitButton>
            </div>
          </KeptForm>
        </section>
      )}
    </div>
  );
}
