import { KeptForm } from '#app/components/forms/kept-form.tsx';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import type { FormAnswer } from '#app/platform/forms/faults.ts';
import { DangerButton } from './danger-button.tsx';
import { DecidedOn, type Excerpt } from '../post/decided-on.tsx';
import { WayBack, type Back } from '../post/way-back.tsx';

type Props = {
  number: number;
  /** The beginning of what is taken back. */
  excerpt: Excerpt;
  back: Back;
  answer: FormAnswer | undefined;
};

/** The last question before one's own post is taken back. */
export function ErasePostPage({ number, excerpt, back, answer }: Props) {
  const { t } = useTranslation();
  const isOpening = number === 1;
  return (
    <div className="page page-narrow">
      <WayBack back={back} />
      <h1>{t('erasing.postTitle', { number })}</h1>
      <p className="lead">{t(isOpening ? 'erasing.postLeadOpening' : 'erasing.postLead')}</p>
      <div className="explained">
        <p>{t('erasing.postStays')}</p>
        {isOpening && <p>{t('erasing.postThreadGoes')}</p>}
        <p>{t('erasing.postCopies')}</p>
        <h2>{t('erasing.postYours')}</h2>
      </div>
      <DecidedOn excerpt={excerpt} />
      <KeptForm answer={answer} order={[]}>
        <div className="form-actions">
          <DangerButton>{t('erasing.postConfirm')}</DangerButton>
          <a className="button button-quiet" href={back.path}>
            {t('erasing.postCancel')}
          </a>
        </div>
      </KeptForm>
    </div>
  );
}
