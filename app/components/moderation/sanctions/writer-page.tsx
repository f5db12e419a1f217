import type { FlagView } from '#app/domain/moderation/list-flags.server.ts';
import { LASTING_KINDS, SANCTION_KINDS } from '#app/domain/moderation/sanctions/kinds.ts';
import { LENGTHS } from '#app/domain/moderation/sanctions/lengths.ts';
import type { SanctionView } from '#app/domain/moderation/sanctions/list-sanctions.server.ts';
import type { Step } from '#app/domain/moderation/sanctions/next-step.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import type { FormAnswer } from '#app/platform/forms/faults.ts';
import { ReasonField } from '../../editing/reason-field.tsx';
import { RadioGroup } from '../../forms/choices.tsx';
import { KeptForm } from '../../forms/kept-form.tsx';
import { SubmitButton } from '../../forms/submit-button.tsx';
import { FlagList } from '../flag-list.tsx';
import { SanctionList } from './sanction-list.tsx';
import { DecidedOn, type Excerpt } from '../../post/decided-on.tsx';
import { WayBack, type Back } from '../../post/way-back.tsx';

type Props = {
  /** Of whoever wrote the post: a pen name or an alias. */
  name: string;
  /** Of the same pen name or persona. */
  earlier: readonly SanctionView[];
  suggested: Step;
  flags: readonly FlagView[];
  excerpt: Excerpt;
  back: Back;
  answer: FormAnswer | undefined;
};

/** What to do about whoever wrote a post: what was done before, and what comes next. */
export function WriterPage({ name, earlier, suggested, flags, excerpt, back, answer }: Props) {
  const { t } = useTranslation();
  const lasting = LASTING_KINDS.filter((kind) => earlier.some((each) => each.kind === kind && each.holds));
  const open = SANCTION_KINDS.filter((kind) => !lasting.some((each) => each === kind));
  return (
    <div className="page page-narrow">
      <WayBack back={back} />
      <h1>{t('sanctions.title', { name })}</h1>
      <p className="lead">{t('sanctions.lead')}</p>
      <DecidedOn excerpt={excerpt} />
      <FlagList flags={flags} />
      <section aria-labelledby="earlier-heading">
        <h2 id="earlier-heading">{t('sanctions.earlier')}</h2>
        {earlier.length === 0 ? <p>{t('sanctions.none')}</p> : <SanctionList sanctions={earlier} />}
      </section>
      <KeptForm
        answer={answer}
        defaults={{ kind: suggested.kind, length: suggested.length }}
        order={['kind', 'length', 'reason']}
      >
        <RadioGroup
          name="kind"
          legend={t('sanctions.decide')}
          hint={earlier.length > 0 ? t('sanctions.suggested') : undefined}
          choices={open.map((kind) => ({
            value: kind,
            label: t(`sanctions.kinds.${kind}`),
            hint: t(`sanctions.kindNotes.${kind}`),
          }))}
        />
        <RadioGroup
          name="length"
          legend={t('sanctions.length')}
          choices={LENGTHS.map((length) => ({ value: length, label: t(`sanctions.lengths.${length}`) }))}
        />
        <ReasonField
          hint={t('sanctions.reasonHint')}
          suggestions={[t('editing.reasonRespect'), t('editing.reasonAdvertising')]}
        />
        <div className="form-actions">
          <SubmitButton intent="give">{t('sanctions.give')}</SubmitButton>
          {lasting.map((kind) => (
            <SubmitButton key={kind} intent={`lift-${kind}`} outlined>
              {t(`sanctions.lift.${kind}`)}
            </SubmitButton>
          ))}
          <a className="button button-quiet" href={back.path}>
            {t('forms.cancel')}
          </a>
        </div>
        {lasting.length > 0 && <p className="field-hint">{t('sanctions.liftNote')}</p>}
      </KeptForm>
    </div>
  );
}
