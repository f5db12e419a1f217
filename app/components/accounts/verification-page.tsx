import { Checkbox } from '#app/components/forms/choices.tsx';
import { KeptForm } from '#app/components/forms/kept-form.tsx';
import { SubmitButton } from '#app/components/forms/submit-button.tsx';
import { Notice } from '#app/components/notice.tsx';
import { VerifiedMark } from '#app/components/verified-mark.tsx';
import { useTranslation } from '#app/i18n/use-translation.tsx';

type Props = {
  penName: string;
  /** Slug of a perspective. */
  profession: string;
  /** Whether it stands beside the pen name. */
  isShown: boolean;
  personasMayShow: boolean;
  leastSharing: number;
  isSaved: boolean;
};

/** What staff have seen proof of, and where the member lets it be seen: nowhere until they say so. */
export function VerificationPage({ penName, profession, isShown, personasMayShow, leastSharing, isSaved }: Props) {
  const { t } = useTranslation();
  return (
    <div className="page page-narrow">
      <h1>{t('me.verification')}</h1>
      {isSaved && (
        <Notice kind="done">
          <p>{t('me.verificationSaved')}</p>
        </Notice>
      )}
      <p>
        <VerifiedMark profession={profession} />
      </p>
      <KeptForm answer={undefined} defaults={isShown ? { isShown: 'on' } : {}} order={[]}>
        <Checkbox name="isShown" label={t('me.verificationShow', { penName })} />
        <div className="form-actions">
          <SubmitButton>{t('me.save')}</SubmitButton>
        </div>
      </KeptForm>
      <h2>{t('me.verificationPersonas')}</h2>
      <p>{t('me.verificationPersonasNote', { count: leastSharing })}</p>
      <p>{t(personasMayShow ? 'me.verificationEnough' : 'me.verificationTooFew')}</p>
    </div>
  );
}
