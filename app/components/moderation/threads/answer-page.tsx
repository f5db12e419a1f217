import { useTranslation } from '#app/i18n/use-translation.tsx';
import type { FormAnswer } from '#app/platform/forms/faults.ts';
import { ReasonField } from '../../editing/reason-field.tsx';
import { KeptForm } from '../../forms/kept-form.tsx';
import { SubmitButton } from '../../forms/submit-button.tsx';
import { DecidedOn, type Excerpt } from '../../post/decided-on.tsx';
import { WayBack, type Back } from '../../post/way-back.tsx';

type Props = {
  intent: 'mark' | 'unmark';
  /** Staff say why; who opened the thread need not. */
  needsReason: boolean;
  excerpt: Excerpt;
  back: Back;
  answer: FormAnswer | undefined;
};

/** Says that a reply helped, or takes that back. */
export function AnswerPage({ intent, needsReason, excerpt, back, answer }: Props) {
  const { t } = useTranslation();
  const word = t(`threadWork.${intent}Answer`);
  return (
    <div className="page page-narrow">
      <WayBack back={back} />
      <h1>{word}</h1>
      <p className="lead">{t(`threadWork.${intent}Note`)}</p>
      <DecidedOn excerpt={excerpt} />
      <KeptForm answer={answer} order={['reason']}>
        {needsReason && <ReasonField hint={t('moderation.reasonHint')} />}
        <div className="form-actions">
          <SubmitButton intent={intent}>{word}</SubmitButton>
          <a className="button button-quiet" href={back.path}>
            {t('forms.cancel')}
          </a>
        </div>
      </KeptForm>
    </div>
  );
}
