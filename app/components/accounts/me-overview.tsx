import type { SecondFactorDuty } from '#app/domain/identity/second-factor-duty.ts';
import type { Staff } from '#app/domain/identity/viewer.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import { followingPath, memberPath, savedSearchesPath } from '#app/platform/urls.ts';
import { SecondFactorNotice } from './second-factor-notice.tsx';

type Props = { penName: string; role: Staff['role'] | null; duty: SecondFactorDuty; isVerified: boolean };

/** One's own place: what is mine, and where it is kept from whom. */
export function MeOverview({ penName, role, duty, isVerified }: Props) {
  const { t } = useTranslation();
  return (
    <div className="page page-narrow">
      <h1>{penName}</h1>
      {role !== null && <p className="lead">{t(`me.role.${role}`)}</p>}
      <SecondFactorNotice duty={duty} />
      <ul className="me-list">
        <li>
          <a href="/me/threads">{t('me.threads')}</a>
          <p className="quiet">{t('me.threadsNote')}</p>
        </li>
        <li>
          <a href="/inbox">{t('following.inbox')}</a>
          <p className="quiet">{t('me.inboxNote')}</p>
        </li>
        <li>
          <a href={followingPath}>{t('following.title')}</a>
          <p className="quiet">{t('following.meNote')}</p>
        </li>
        <li>
          <a href={savedSearchesPath}>{t('savedSearches.title')}</a>
          <p className="quiet">{t('savedSearches.meNote')}</p>
        </li>
        <li>
          <a href="/me/drafts">{t('drafts.title')}</a>
          <p className="quiet">{t('me.draftsNote')}</p>
        </li>
        <li>
          <a href={memberPath(penName)}>{t('me.memberPage')}</a>
          <p className="quiet">{t('me.memberPageNote')}</p>
        </li>
        <li>
          <a href="/me/appeals">{t('appeals.title')}</a>
          <p className="quiet">{t('appeals.note')}</p>
        </li>
        <li>
          <a href="/me/settings">{t('me.settings')}</a>
          <p className="quiet">{t('me.settingsNote')}</p>
        </li>
        <li>
          <a href="/me/verification">{t('me.verification')}</a>
          <p className="quiet">{t(isVerified ? 'me.verificationNote' : 'me.verificationAskNote')}</p>
        </li>
        <li>
          <a href="/me/export">{t('erasing.exportTitle')}</a>
          <p className="quiet">{t('erasing.exportNote')}</p>
        </li>
        <li>
          <a href="/me/erase">{t('erasing.title')}</a>
          <p className="quiet">{t('erasing.note')}</p>
        </li>
      </ul>
      <form className="form-actions" action="/sign-out" method="post">
        <button className="button" type="submit">
          {t('site.signOut')}
        </button>
      </form>
    </div>
  );
}
