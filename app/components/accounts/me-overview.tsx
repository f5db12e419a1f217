import { useTranslation } from 'react-i18next';
import type { Staff } from '#app/domain/identity/viewer.ts';
import { memberPath } from '#app/platform/urls.ts';

type Props = { penName: string; role: Staff['role'] | null };

/** One's own place: what is mine, and where it is kept from whom. */
export function MeOverview({ penName, role }: Props) {
  const { t } = useTranslation();
  return (
    <div className="page page-narrow">
      <h1>{penName}</h1>
      {role !== null && <p className="lead">{t(`me.role.${role}`)}</p>}
      <ul className="me-list">
        <li>
          <a href="/me/threads">{t('me.threads')}</a>
          <p className="quiet">{t('me.threadsNote')}</p>
        </li>
        <li>
          <a href={memberPath(penName)}>{t('me.memberPage')}</a>
          <p className="quiet">{t('me.memberPageNote')}</p>
        </li>
        <li>
          <a href="/me/settings">{t('me.settings')}</a>
          <p className="quiet">{t('me.settingsNote')}</p>
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
