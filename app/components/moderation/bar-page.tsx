import { useTranslation } from 'react-i18next';
import { BAR_LENGTHS } from '#app/domain/moderation/bar-lengths.ts';
import type { FlagView } from '#app/domain/moderation/list-flags.server.ts';
import type { FormAnswer } from '#app/platform/forms/faults.ts';
import { ReasonField } from '../editing/reason-field.tsx';
import { RadioGroup } from '../forms/choices.tsx';
import { KeptForm } from '../forms/kept-form.tsx';
import { SubmitButton } from '../forms/submit-button.tsx';
import { Moment } from '../moment.tsx';
import { FlagList } from './flag-list.tsx';

type Props = {
  /** Of whoever wrote the post: a pen name or an alias. */
  name: string;
  bar: { until: Date | null } | null;
  flags: readonly FlagView[];
  excerpt: string;
  back: { path: string; title: string };
  answer: FormAnswer | undefined;
};

/** Bars whoever wrote a post from writing, or lifts that. */
export function BarPage({ name, bar, flags, excerpt, back, answer }: Props) {
  const { t } = useTranslation();
  const intent = bar ? 'unbar' : 'bar';
  return (
    <div className="page page-narrow">
      <p className="quiet">
        <a href={back.path}>{back.title}</a>
      </p>
      <h1>
        {t(`moderation.${intent}`)}: {name}
      </h1>
      <p className="lead">{t(`moderation.${intent}Note`)}</p>
      {bar && (
        <p>
          {bar.until === null ? (
            t('moderation.barredForGood')
          ) : (
            <>
              {t('moderation.barredUntil')} <Moment date={bar.until} kind="about" />
            </>
          )}
        </p>
      )}
      <blockquote className="decided-on">{excerpt}</blockquote>
      <FlagList flags={flags} />
      <KeptForm answer={answer} order={['length', 'reason']}>
        {bar ? (
          <input type="hidden" name="length" value={BAR_LENGTHS[0]} />
        ) : (
          <RadioGroup
            name="length"
            legend={t('moderation.barLength')}
            choices={BAR_LENGTHS.map((length) => ({ value: length, label: t(`moderation.barLengths.${length}`) }))}
          />
        )}
        <ReasonField
          hint={t('moderation.barReasonHint')}
          suggestions={[t('editing.reasonRespect'), t('editing.reasonAdvertising')]}
        />
        <div className="form-actions">
          <SubmitButton intent={intent}>{t(`moderation.${intent}`)}</SubmitButton>
          <a className="button button-quiet" href={back.path}>
            {t('forms.cancel')}
          </a>
        </div>
      </KeptForm>
    </div>
  );
}
