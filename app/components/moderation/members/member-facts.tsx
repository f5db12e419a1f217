import type { StaffMemberView } from '#app/domain/moderation/members/find-members.server.ts';
import { perspectiveOf } from '#app/domain/topics/perspectives.ts';
import { useLanguage } from '#app/i18n/use-language.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import { Moment } from '../../moment.tsx';

/** All that staff know of an account. */
export function MemberFacts({ member: { role, joined, reset, verified } }: { member: StaffMemberView }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <dl className="facts">
      <dt>{t('memberWork.role')}</dt>
      <dd>{t(`memberWork.roles.${role}`)}</dd>
      <dt>{t('memberWork.joined')}</dt>
      <dd>
        <Moment date={joined} kind="month" />
      </dd>
      {reset && (
        <>
          <dt>{t('memberWork.reset')}</dt>
          <dd>
            <Moment date={reset} kind="month" />
            <p className="quiet">{t('memberWork.resetNote')}</p>
          </dd>
        </>
      )}
      <dt>{t('memberWork.verified')}</dt>
      <dd>
        {verified
          ? `${perspectiveOf(verified.profession)?.name[language] ?? verified.profession} (${t(`memberWork.languages.${verified.language}`)})`
          : t('memberWork.notVerified')}
      </dd>
    </dl>
  );
}
