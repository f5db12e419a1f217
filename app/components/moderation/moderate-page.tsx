import { KeptForm } from '#app/components/forms/kept-form.tsx';
import { SubmitButton } from '#app/components/forms/submit-button.tsx';
import type { FlagView } from '#app/domain/moderation/list-flags.server.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import type { FormAnswer } from '#app/platform/forms/faults.ts';
import { FlagList } from './flag-list.tsx';
import { moderateHint, moderateWords, type ModerateIntent } from './moderate-words.ts';
import { ReasonField } from '../editing/reason-field.tsx';
import { DecidedOn, type Excerpt } from '../post/decided-on.tsx';
import { WayBack, type Back } from '../post/way-back.tsx';

type ModeratePageProps = {
  intent: ModerateIntent;
  /** What is decided on, in its own words. */
  excerpt: Excerpt;
  /** What members said about it. */
  flags?: readonly FlagView[];
  back: Back;
  answer: FormAnswer | undefined;
};

/** One decision on a post or a thread, with its reason. */
export function ModeratePage({ intent, excerpt, flags = [], back, answer }: ModeratePageProps) {
  const { t } = useTranslation();
  return (
    <div className="page page-narrow">
      <WayBack back={back} />
      <h1>{t(moderateWords(intent))}</h1>
      <p className="lead">{t(`${moderateWords(intent)}Note`)}</p>
      <DecidedOn excerpt={excerpt} />
      <FlagList flags={flags} />
      <KeptForm answer={answer} order={['reason']}>
        <input type="hidden" name="intent" value={intent} />
        <ReasonField
          hint={t(moderateHint(intent))}
          suggestions={[
            t('editing.reasonIdentifying'),
            t('editing.reasonRespect'),
            t('editing.reasonAdvertising'),
            t('moderation.reasonRunItsCourse'),
          ]}
        />
        <div className="form-actions">
          <SubmitButton>{t(moderateWords(intent))}</SubmitButton>
          <a className="button button-quiet" href={back.path}>
            {t('forms.cancel')}
          </a>
        </div>
      </KeptForm>
    </div>
  );
}
