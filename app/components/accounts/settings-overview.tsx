import { Notice } from '#app/components/notice.tsx';
import type { SecondFactorDuty } from '#app/domain/identity/second-factor-duty.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import { mailSettingsPath } from '#app/platform/urls.ts';
import { SecondFactorNotice } from './second-factor-notice.tsx';

type Props = {
  hasSecondFactor: boolean;
  codesLeft: number;
  isPasswordChanged: boolean;
  isRenamed: boolean;
  duty: SecondFactorDuty;
  /** Whether the forum sends mail at all. */
  isMailOn: boolean;
};

/** What guards the account, each on a page of its own. */
export function SettingsOverview({ hasSecondFactor, codesLeft, isPasswordChanged, isRenamed, duty, isMailOn }: Props) {
  const { t } = useTranslation();
  return (
    <div className="page page-narrow">
      <h1>{t('security.settingsTitle')}</h1>
      {isPasswordChanged && (
        <Notice kind="done">
          <p>{t('me.passwordChanged')}</p>
        </Notice>
      )}
      {isRenamed && (
        <Notice kind="done">
          <p>{t('preferences.renamed')}</p>
        </Notice>
      )}
      <SecondFactorNotice duty={duty} />
      <ul className="me-list">
        <li>
          <a href="/me/settings/preferences">{t('preferences.title')}</a>
          <p className="quiet">{t('preferences.note')}</p>
        </li>
        <li>
          <a href="/me/settings/muted">{t('preferences.mutedTitle')}</a>
          <p className="quiet">{t('preferences.mutedNote')}</p>
        </li>
        <li>
          <a href={mailSettingsPath}>{t('mail.title')}</a>
          <p className="quiet">{t(isMailOn ? 'mail.note' : 'mail.off')}</p>
        </li>
        <li>
          <a href="/me/settings/member-page">{t('preferences.memberPageTitle')}</a>
          <p className="quiet">{t('preferences.memberPageNote')}</p>
        </li>
        <li>
          <a href="/me/settings/pen-name">{t('preferences.penNameTitle')}</a>
          <p className="quiet">{t('preferences.penNameNote')}</p>
        </li>
        <li>
          <a href="/me/settings/password">{t('security.password')}</a>
          <p className="quiet">{t('security.passwordNote')}</p>
        </li>
        <li>
          <a href="/me/settings/second-factor">{t('security.factor')}</a>
          <p className="quiet">
            <strong>{hasSecondFactor ? t('security.factorIsOn') : t('security.factorIsOff')}</strong>{' '}
            {t('security.factorNote')}
          </p>
        </li>
        <li>
          <a href="/me/settings/codes">{t('security.codes')}</a>
          <p className="quiet">{t('security.codesNote', { count: codesLeft })}</p>
        </li>
        <li>
          <a href="/me/settings/sessions">{t('security.sessions')}</a>
          <p className="quiet">{t('security.sessionsNote')}</p>
        </li>
      </ul>
    </div>
  );
}
