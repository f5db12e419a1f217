import type { LookView } from '#app/domain/moderation/redact/look-view.server.ts';
import { REDACTED_KINDS } from '#app/domain/moderation/redact/kinds.ts';
import type { PostToRedact } from '#app/domain/moderation/redact/redact-post.server.ts';
import { LONGEST_PASSAGE } from '#app/domain/moderation/redact/limits.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import type { FormAnswer } from '#app/platform/forms/faults.ts';
import { postInThreadPath } from '#app/platform/urls.ts';
import { ReasonField } from '../../editing/reason-field.tsx';
import { Checkbox, RadioGroup } from '../../forms/choices.tsx';
import { fieldId, KeptForm } from '../../forms/kept-form.tsx';
import { SubmitButton } from '../../forms/submit-button.tsx';
import { TextArea } from '../../forms/text-area.tsx';
import { WayBack } from '../../post/way-back.tsx';
import { Look, ticksOf } from './look.tsx';
import { SourceText } from './source-text.tsx';

type Props = { post: PostToRedact; answer: (FormAnswer & { look?: LookView }) | undefined };

const ORDER = ['passage', 'kind', 'reason', 'otherCapitals', 'insideWords'];

/** A passage to be taken out for good: first looked for, then, once the moderator has seen what would happen, redacted. */
export function RedactPage({ post, answer }: Props) {
  const { t } = useTranslation();
  const { number, name, thread, language, texts } = post;
  const look = answer?.look;
  const back = { ...thread, path: postInThreadPath(thread, number) };
  return (
    <div className="page page-narrow">
      <WayBack back={back} />
      <h1>{t('redaction.title', { number })}</h1>
      <p className="lead">{t('redaction.lead', { name })}</p>
      <SourceText texts={texts} language={language} into={fieldId('passage')} />
      <KeptForm
        // What is ticked comes from each look anew, and React keeps the boxes that it knows.
        key={look ? look.lookedFor + look.seen : ''}
        answer={answer && { ...answer, typed: { ...answer.typed, ...ticksOf(look) } }}
        order={ORDER}
      >
        <input type="hidden" name="lookedFor" value={look?.lookedFor ?? ''} />
        <input type="hidden" name="seen" value={look?.seen ?? ''} />
        <TextArea
          name="passage"
          label={t('redaction.passage')}
          hint={t('redaction.passageHint')}
          max={LONGEST_PASSAGE}
          rows={2}
        />
        <RadioGroup
          name="kind"
          legend={t('redaction.kind')}
          isPreset={false}
          choices={REDACTED_KINDS.map((kind) => ({ value: kind, label: t(`redaction.kinds.${kind}`) }))}
        />
        <ReasonField hint={t('redaction.reasonHint')} optional />
        <fieldset className="field">
          <legend className="field-label">{t('redaction.reach')}</legend>
          <Checkbox name="otherCapitals" label={t('redaction.otherCapitals')} />
          <Checkbox name="insideWords" label={t('redaction.insideWords')} />
        </fieldset>
        {look && <Look look={look} language={language} />}
        <div className="form-actions">
          <SubmitButton intent="look" outlined={look !== undefined}>
            {t(look ? 'redaction.lookAgain' : 'redaction.look')}
          </SubmitButton>
          {look && (
            <button className="button button-danger" type="submit" name="intent" value="redact">
              {t('redaction.doIt')}
            </button>
          )}
          <a className="button button-quiet" href={back.path}>
            {t('forms.cancel')}
          </a>
        </div>
      </KeptForm>
    </div>
  );
}
