import { Form } from '@remix-run/react';
import type { MyFlag } from '#app/domain/moderation/flag-post.server.ts';
import { FLAG_REASONS } from '#app/domain/moderation/flag-reasons.ts';
import { LIMITS } from '#app/domain/threads/limits.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import type { FormAnswer } from '#app/platform/forms/faults.ts';
import { RadioGroup } from '../forms/choices.tsx';
import { KeptForm } from '../forms/kept-form.tsx';
import { SubmitButton } from '../forms/submit-button.tsx';
import { TextArea } from '../forms/text-area.tsx';
import { UrgentHelp } from '../search/urgent-help.tsx';
import { Notice } from '../notice.tsx';
import { DecidedOn, type Excerpt } from '../post/decided-on.tsx';
import { WayBack, type Back } from '../post/way-back.tsx';

type Props = {
  excerpt: Excerpt;
  back: Back;
  /** The viewer's own flag on the post. */
  mine: MyFlag | null;
  answer: FormAnswer | undefined;
};

/** Tells the moderators about a post, or takes that back. */
export function FlagPage({ excerpt, back, mine, answer }: Props) {
  const { t } = useTranslation();
  return (
    <div className="page page-narrow">
      <WayBack back={back} />
      <h1>{t('flags.title')}</h1>
      <p className="lead">{t('flags.lead')}</p>
      <DecidedOn excerpt={excerpt} />
      {mine ? <Flagged flag={mine} /> : <FlagForm answer={answer} cancelPath={back.path} />}
    </div>
  );
}

function Flagged({ flag }: { flag: MyFlag }) {
  const { t } = useTranslation();
  return (
    <>
      <Notice kind="done">
        <p>{t(flag.outcome === null ? 'flags.sent' : 'flags.wasSent')}</p>
        <p>{t(`queue.outcomes.${flag.outcome ?? 'waiting'}`)}</p>
        <p>{t(`flags.reasons.${flag.reason}`)}</p>
        {flag.note !== null && <p>{flag.note}</p>}
      </Notice>
      {flag.reason === 'risk' && <UrgentHelp />}
      {flag.outcome === null && (
        <Form className="form-actions" method="post">
          <button className="button button-quiet" type="submit" name="intent" value="withdraw">
            {t('flags.withdraw')}
          </button>
        </Form>
      )}
    </>
  );
}

function FlagForm({ answer, cancelPath }: { answer: FormAnswer | undefined; cancelPath: string }) {
  const { t } = useTranslation();
  const riskHint = (
    <>
      {t('flags.riskHint')} <a href="/help-now">{t('site.help')}</a>
    </>
  );
  return (
    <KeptForm answer={answer} order={['reason', 'note']}>
      <RadioGroup
        name="reason"
        legend={t('flags.reason')}
        choices={FLAG_REASONS.map((reason) => ({
          value: reason,
          label: t(`flags.reasons.${reason}`),
          ...(reason === 'risk' ? { hint: riskHint } : {}),
        }))}
      />
      <TextArea
        name="note"
        label={t('flags.note')}
        hint={t('flags.noteHint')}
        rows={4}
        max={LIMITS.flagNote}
        optional
      />
      <div className="form-actions">
        <SubmitButton intent="flag">{t('flags.send')}</SubmitButton>
        <a className="button button-quiet" href={cancelPath}>
          {t('forms.cancel')}
        </a>
      </div>
    </KeptForm>
  );
}
