import { Form } from '@remix-run/react';
import type { MemberForStaff } from '#app/domain/moderation/members/find-members.server.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import type { FormAnswer } from '#app/platform/forms/faults.ts';
import { KeptForm } from '../../forms/kept-form.tsx';
import { SubmitButton } from '../../forms/submit-button.tsx';
import { ProfessionFields } from '../verification/profession-fields.tsx';

type Props = { member: MemberForStaff; answer: FormAnswer | undefined };

/** Marks a member as verified, or ends that. */
export function VerifyForm({ member: { verified }, answer }: Props) {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="verify-heading">
      <h2 id="verify-heading">{t(verified ? 'memberWork.verifyAgain' : 'memberWork.verify')}</h2>
      <p>{t('memberWork.verifyNote')}</p>
      <KeptForm answer={answer} order={['profession', 'language']}>
        <ProfessionFields professionLabel={t('memberWork.profession')} languageLabel={t('memberWork.language')} />
        <div className="form-actions">
          <SubmitButton intent="verify" outlined>
            {t('memberWork.verify')}
          </SubmitButton>
        </div>
      </KeptForm>
      {verified && (
        <Form className="form-actions" method="post" preventScrollReset>
          <SubmitButton intent="unverify" outlined>
            {t('memberWork.unverify')}
          </SubmitButton>
          <span className="quiet">{t('memberWork.unverifyNote')}</span>
        </Form>
      )}
    </section>
  );
}
