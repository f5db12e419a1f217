import { Form } from '@remix-run/react';
import { KeptForm } from '#app/components/forms/kept-form.tsx';
import { SubmitButton } from '#app/components/forms/submit-button.tsx';
import { TextArea } from '#app/components/forms/text-area.tsx';
import { ProfessionFields } from '#app/components/moderation/verification/profession-fields.tsx';
import { Moment } from '#app/components/moment.tsx';
import { Notice } from '#app/components/notice.tsx';
import type { MyVerificationRequest } from '#app/domain/moderation/verification/ask-verification.server.ts';
import { PROOF_LENGTH } from '#app/domain/moderation/verification/limits.ts';
import { perspectiveOf } from '#app/domain/topics/perspectives.ts';
import { useLanguage } from '#app/i18n/use-language.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import type { FormAnswer } from '#app/platform/forms/faults.ts';

type Props = { request: MyVerificationRequest | null; isWithdrawn: boolean; answer: FormAnswer | undefined };

/** For who is not verified: their request, what became of it, or the form for one. */
export function AskVerificationPage({ request, isWithdrawn, answer }: Props) {
  const { t } = useTranslation();
  return (
    <div className="page page-narrow sections">
      <h1>{t('me.verification')}</h1>
      {isWithdrawn && request === null && !answer && (
        <Notice kind="done">
          <p>{t('verification.withdrawn')}</p>
        </Notice>
      )}
      {request?.state === 'waiting' ? (
        <Waiting request={request} />
      ) : (
        <>
          {request && <Refused reason={request.reason} />}
          <p className="lead">
            {t('verification.none')} {t('verification.lead')}
          </p>
          <AskForm answer={answer} />
        </>
      )}
    </div>
  );
}

function Waiting({ request }: { request: Extract<MyVerificationRequest, { state: 'waiting' }> }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <>
      <Notice>
        <p>{t('verification.waiting')}</p>
        <p>
          {t('verification.since')} <Moment date={request.since} kind="about" />
        </p>
      </Notice>
      <dl className="facts">
        <dt>{t('verification.profession')}</dt>
        <dd>{perspectiveOf(request.profession)?.name[language] ?? request.profession}</dd>
        <dt>{t('verification.practisesIn')}</dt>
        <dd>{t(`memberWork.languages.${request.language}`)}</dd>
        <dt>{t('verification.yourWords')}</dt>
        <dd className="as-written">{request.text}</dd>
      </dl>
      <WithdrawForm state="waiting" label={t('verification.withdraw')} />
      <Stored />
    </>
  );
}

function Refused({ reason }: { reason: string }) {
  const { t } = useTranslation();
  return (
    <Notice kind="warning">
      <p>
        <b>{t('verification.refusedTitle')}</b>
      </p>
      <p className="as-written">{reason}</p>
      <p>{t('verification.again')}</p>
      <WithdrawForm state="refused" label={t('verification.forget')} />
    </Notice>
  );
}

function WithdrawForm({ state, label }: { state: MyVerificationRequest['state']; label: string }) {
  return (
    <Form className="form-actions" method="post" action="/me/verification?withdraw">
      <input type="hidden" name="state" value={state} />
      <button className="button" type="submit">
        {label}
      </button>
    </Form>
  );
}

function AskForm({ answer }: { answer: FormAnswer | undefined }) {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="ask-heading">
      <h2 id="ask-heading">{t('verification.askTitle')}</h2>
      <Stored />
      <KeptForm answer={answer} order={['profession', 'language', 'text']} action="/me/verification?ask">
        <ProfessionFields professionLabel={t('verification.profession')} languageLabel={t('verification.language')} />
        <TextArea
          name="text"
          label={t('verification.proof')}
          hint={t('verification.proofHint')}
          rows={4}
          max={PROOF_LENGTH}
        />
        <div className="form-actions">
          <SubmitButton>{t('verification.ask')}</SubmitButton>
        </div>
      </KeptForm>
    </section>
  );
}

const STORED = ['what', 'text', 'verified', 'refused', 'anonymous'] as const;

function Stored() {
  const { t } = useTranslation();
  return (
    <div className="explained">
      <h3>{t('verification.storedTitle')}</h3>
      <ul>
        {STORED.map((key) => (
          <li key={key}>{t(`verification.stored.${key}`)}</li>
        ))}
      </ul>
    </div>
  );
}
