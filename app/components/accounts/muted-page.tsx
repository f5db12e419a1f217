import type { ReactNode } from 'react';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import { memberPath, topicPath } from '#app/platform/urls.ts';
import { BackLink } from './back-link.tsx';
import { MuteForm } from './mute-form.tsx';

const HERE = '/me/settings/muted';

type Props = { members: readonly string[]; topics: readonly { slug: string; name: string }[] };

/** Whom and what a member has muted, each to be heard again with one press. */
export function MutedPage({ members, topics }: Props) {
  const { t } = useTranslation();
  return (
    <div className="page page-narrow">
      <BackLink to="/me/settings">{t('security.backToSettings')}</BackLink>
      <h1>{t('preferences.mutedTitle')}</h1>
      <p className="lead">{t('preferences.mutedLead')}</p>
      <h2>{t('preferences.mutedMembers')}</h2>
      <MutedList none={t('preferences.noMutedMembers')}>
        {members.map((penName) => (
          <li key={penName}>
            <a href={memberPath(penName)}>{penName}</a>
            <MuteForm penName={penName} isMuted to={HERE} />
          </li>
        ))}
      </MutedList>
      <h2>{t('preferences.mutedTopics')}</h2>
      <MutedList none={t('preferences.noMutedTopics')}>
        {topics.map(({ slug, name }) => (
          <li key={slug}>
            <a href={topicPath(slug)}>{name}</a>
            <MuteForm topic={slug} isMuted to={HERE} />
          </li>
        ))}
      </MutedList>
    </div>
  );
}

function MutedList({ none, children }: { none: string; children: ReactNode[] }) {
  return children.length === 0 ? <p className="quiet">{none}</p> : <ul className="muted-list">{children}</ul>;
}
