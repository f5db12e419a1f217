import { Form } from '@remix-run/react';
import { CHAIRS, type Chair } from '#app/domain/topics/perspectives.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import type { FormAnswer } from '#app/platform/forms/faults.ts';
import { RadioGroup } from '../forms/choices.tsx';
import { KeptForm } from '../forms/kept-form.tsx';
import { SubmitButton } from '../forms/submit-button.tsx';
import { Notice } from '../notice.tsx';
import { DecidedOn, type Excerpt } from './decided-on.tsx';
import { WayBack, type Back } from './way-back.tsx';

type Props = {
  excerpt: Excerpt;
  back: Back;
  /** The chair from which the viewer has said so before. */
  mine: Chair | null;
  answer: FormAnswer | undefined;
};

/** Says that a post helped, or takes that back. */
export function EndorsePage({ excerpt, back, mine, answer }: Props) {
  const { t } = useTranslation();
  return (
    <div className="page page-narrow">
      <WayBack back={back} />
      <h1>{t('endorsements.title')}</h1>
      <p className="lead">{t('endorsements.lead')}</p>
      <DecidedOn excerpt={excerpt} />
      {mine === null ? <EndorseForm answer={answer} cancelPath={back.path} /> : <Endorsed chair={mine} />}
    </div>
  );
}

function EndorseForm({ answer, cancelPath }: { answer: FormAnswer | undefined; cancelPath: string }) {
  const { t } = useTranslation();
  return (
    <KeptForm answer={answer} defaults={{ chair: 'other' }} order={['chair']}>
      <RadioGroup
        name="chair"
        legend={t('endorsements.chair')}
        hint={t('endorsements.chairHint')}
        choices={CHAIRS.map((chair) => ({ value: chair, label: t(`endorsements.as.${chair}`) }))}
      />
      <div className="form-actions">
        <SubmitButton intent="endorse">{t('endorsements.say')}</SubmitButton>
        <a className="button button-quiet" href={cancelPath}>
          {t('forms.cancel')}
        </a>
      </div>
    </KeptForm>
  );
}

function Endorsed({ chair }: { chair: Chair }) {
  const { t } = useTranslation();
  return (
    <>
      <Notice kind="done">{t(`endorsements.said.${chair}`)}</Notice>
      <Form className="form-actions" method="post">
        <SubmitButton intent="withdraw" quiet>
          {t('endorsements.takeBack')}
        </SubmitButton>
      </Form>
    </>
  );
}
