import type { StaffMemberView } from '#app/domain/moderation/members/find-members.server.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import { staffMemberPath } from '#app/platform/urls.ts';
import { Moment } from '../../moment.tsx';
import { VerifiedMark } from '../../verified-mark.tsx';

type Props = { name: string; members: readonly StaffMemberView[]; isCut: boolean };

/** Members by pen name; without a search, the staff. */
export function MembersPage({ name, members, isCut }: Props) {
  const { t } = useTranslation();
  const heading = name === '' ? t('memberWork.staff') : t('memberWork.found');
  return (
    <div className="page page-narrow sections">
      <p className="quiet">
        <a href="/moderation">{t('queue.workbench')}</a>
      </p>
      <h1>{t('memberWork.title')}</h1>
      <p className="lead">{t('memberWork.lead')}</p>
      <form className="form" action="/moderation/members" method="get" role="search">
        <div className="field">
          <label className="field-label" htmlFor="name">
            {t('memberWork.search')}
          </label>
          <p className="field-hint" id="name-hint">
            {t('memberWork.searchHint')}
          </p>
          <div className="search-row">
            <input
              className="input"
              id="name"
              name="name"
              type="search"
              defaultValue={name}
              key={name}
              autoComplete="off"
              spellCheck={false}
              aria-describedby="name-hint"
            />
            <button className="button button-primary" type="submit">
              {t('memberWork.find')}
            </button>
          </div>
        </div>
      </form>
      {members.length === 0 ? (
        <p className="empty">{name === '' ? t('memberWork.noStaff') : t('memberWork.nobody', { name })}</p>
      ) : (
        <section aria-labelledby="members-heading">
          <h2 id="members-heading">{heading}</h2>
          <ul className="rows" aria-labelledby="members-heading">
            {members.map((member) => (
              <MemberLine key={member.penName} member={member} />
            ))}
          </ul>
          {isCut && <p className="quiet">{t('memberWork.cut')}</p>}
        </section>
      )}
    </div>
  );
}

function MemberLine({ member: { penName, role, joined, reset, verified } }: { member: StaffMemberView }) {
  const { t } = useTranslation();
  return (
    <li>
      <div>
        <a className="row-name" href={staffMemberPath(penName)}>
          {penName}
        </a>
        <p className="quiet">
          {t(`memberWork.roles.${role}`)} · {t('memberWork.joined')} <Moment date={joined} kind="month" />
          {reset && (
            <>
              {' '}
              · {t('memberWork.reset')} <Moment date={reset} kind="month" />
            </>
          )}
        </p>
      </div>
      {verified && <VerifiedMark profession={verified.profession} />}
    </li>
  );
}
