import { Notice } from '#app/components/notice.tsx';
import type { SecondFactorDuty } from '#app/domain/identity/second-factor-duty.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import { removeFactorPath } from '#app/platform/urls.ts';
import { BackLink } from './back-link.tsx';
import { SecondFactorNotice } from './second-factor-notice.tsx';

export type FactorsView = { hasApp: boolean; passkeys: readonly { id: string; name: string }[]; isUnreadable: boolean };

type Props = { factors: FactorsView; done: 'added' | 'removed' | null; duty: SecondFactorDuty };

/** What the member shows beside the password, and how to add or remove it. */
export function SecondFactorOverview({ factors, done, duty }: Props) {
  const { t } = useTranslation();
  return (
    <div className="page page-narrow sections">
      <BackLink to="/me/settings">{t('security.backToSettings')}</BackLink>
      <h1>{t('security.factor')}</h1>
      {done !== null && (
        <Notice kind="done">
          <p>{done === 'added' ? t('security.factorAdded') : t('security.factorRemoved')}</p>
        </Notice>
      )}
      {factors.isUnreadable && (
        <Notice kind="warning">
          <p>{t('security.unreadable')}</p>
          <p>
            <a href={removeFactorPath('all')}>{t('security.remove')}</a>
          </p>
        </Notice>
      )}
      <SecondFactorNotice duty={duty} />
      <p className="lead">{t('security.factorLead')}</p>
      <p>{t('security.factorWhat')}</p>
      <AppSection hasApp={factors.hasApp} />
      <PasskeySection passkeys={factors.passkeys} />
      <section>
        <p className="quiet">{t('security.haveCodes')}</p>
        <p className="quiet">{t('security.factorSealed')}</p>
      </section>
    </div>
  );
}

function AppSection({ hasApp }: { hasApp: boolean }) {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="app">
      <h2 id="app">{t('security.appTitle')}</h2>
      <p>{hasApp ? t('security.appIsOn') : t('security.appIsOff')}</p>
      <p className="form-actions">
        <a className={hasApp ? 'button' : 'button button-primary'} href="/me/settings/second-factor/app">
          {hasApp ? t('security.appReplace') : t('security.appSetUp')}
        </a>
        {hasApp && (
          <a
            className="button button-quiet"
            href={removeFactorPath('totp')}
            aria-label={t('security.removeNamed', { name: t('security.appTitle') })}
          >
            {t('security.remove')}
          </a>
        )}
      </p>
    </section>
  );
}

function PasskeySection({ passkeys }: Pick<FactorsView, 'passkeys'>) {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="passkeys">
      <h2 id="passkeys">{t('security.passkeysTitle')}</h2>
      <p>{t('security.passkeysNote')}</p>
      {passkeys.length === 0 && <p>{t('security.passkeysNone')}</p>}
      {passkeys.length > 0 && (
        <ul className="rows" aria-labelledby="passkeys">
          {passkeys.map((passkey, index) => {
            const name = passkey.name === '' ? t('security.passkeyUnnamed', { number: index + 1 }) : passkey.name;
            return (
              <li key={passkey.id}>
                <span className="row-name">{name}</span>
                <a
                  className="button button-quiet"
                  href={removeFactorPath(passkey.id)}
                  aria-label={t('security.removeNamed', { name })}
                >
                  {t('security.remove')}
                </a>
              </li>
            );
          })}
        </ul>
      )}
      <p className="form-actions">
        <a className="button" href="/me/settings/second-factor/passkey">
          {t('security.passkeyAdd')}
        </a>
      </p>
    </section>
  );
}
