import { Form } from '@remix-run/react';
import { SubmitButton } from '#app/components/forms/submit-button.tsx';
import { Moment } from '#app/components/moment.tsx';
import { Notice } from '#app/components/notice.tsx';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import { nameSessionPath } from '#app/platform/urls.ts';
import { BackLink } from './back-link.tsx';

export type SessionView = {
  id: string;
  began: Date | null;
  name: string | null;
  isThisOne: boolean;
  isAwaiting: boolean;
};

type Props = { sessions: readonly SessionView[]; ended: 'one' | 'others' | null };

/** Where the member is signed in. Only they can find these rows. */
export function SessionList({ sessions, ended }: Props) {
  const { t } = useTranslation();
  return (
    <div className="page page-narrow sections">
      <BackLink to="/me/settings">{t('security.backToSettings')}</BackLink>
      <h1>{t('security.sessions')}</h1>
      {ended !== null && (
        <Notice kind="done">
          <p>{ended === 'one' ? t('security.sessionEnded') : t('security.othersEnded')}</p>
        </Notice>
      )}
      <p className="lead">{t('security.sessionsLead')}</p>
      <p className="quiet">{t('security.sessionsSealed')}</p>
      <ul className="rows" aria-label={t('security.sessions')}>
        {sessions.map((session) => (
          <SessionItem key={session.id} session={session} />
        ))}
      </ul>
      {sessions.some(({ isThisOne }) => !isThisOne) && (
        <Form method="post" className="form">
          <p>{t('security.endOthersNote')}</p>
          <div className="form-actions">
            <SubmitButton intent="end-others" outlined>
              {t('security.endOthers')}
            </SubmitButton>
          </div>
        </Form>
      )}
    </div>
  );
}

function SessionItem({ session }: { session: SessionView }) {
  const { t } = useTranslation();
  const nameId = `session-${session.id}`;
  return (
    <li>
      <div>
        <p className="row-name" id={nameId}>
          {session.name ?? t('security.sessionUnnamed')}
          {session.isThisOne && <span className="row-mark">{t('security.thisOne')}</span>}
        </p>
        <p className="quiet">
          {session.began === null ? (
            t('security.sessionDayUnknown')
          ) : (
            <>
              {t('security.sessionBegan')} <Moment date={session.began} />
            </>
          )}
        </p>
        {session.isAwaiting && <p className="field-fault">{t('security.awaiting')}</p>}
      </div>
      <Form method="post" className="form-actions">
        <input type="hidden" name="session" value={session.id} />
        {!session.isAwaiting && session.began !== null && (
          <a className="button button-quiet" href={nameSessionPath(session.id)} aria-describedby={nameId}>
            {t('security.giveName')}
          </a>
        )}
        <SubmitButton intent="end" quiet describedBy={nameId}>
          {t('security.endSession')}
        </SubmitButton>
      </Form>
    </li>
  );
}
