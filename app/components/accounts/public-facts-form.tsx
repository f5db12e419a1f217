import type { PublicFacts } from '#app/domain/identity/public-facts.server.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import type { FormAnswer } from '#app/platform/forms/faults.ts';
import { memberPath } from '#app/platform/urls.ts';
import { Checkbox } from '../forms/choices.tsx';
import { KeptForm } from '../forms/kept-form.tsx';
import { SubmitButton } from '../forms/submit-button.tsx';
import { BackLink } from './back-link.tsx';

type Props = { penName: string; facts: PublicFacts; answer: FormAnswer | undefined };

/** What one's public page says beside what one wrote. */
export function PublicFactsForm({ penName, facts, answer }: Props) {
  const { t } = useTranslation();
  const defaults = { ...(facts.showsSince && { showsSince: 'on' }), ...(facts.showsCounts && { showsCounts: 'on' }) };
  return (
    <div className="page page-narrow">
      <BackLink to="/me/settings">{t('security.backToSettings')}</BackLink>
      <h1>{t('preferences.memberPageTitle')}</h1>
      <p className="lead">
        {t('preferences.memberPageLead')} <a href={memberPath(penName)}>{t('preferences.memberPageLook')}</a>
      </p>
      <KeptForm answer={answer} defaults={answer ? {} : defaults} order={['showsSince', 'showsCounts']}>
        <Checkbox name="showsSince" label={t('preferences.showsSince')} hint={t('preferences.showsSinceHint')} />
        <Checkbox name="showsCounts" label={t('preferences.showsCounts')} hint={t('preferences.showsCountsHint')} />
        <div className="form-actions">
          <SubmitButton>{t('preferences.save')}</SubmitButton>
        </div>
      </KeptForm>
    </div>
  );
}
