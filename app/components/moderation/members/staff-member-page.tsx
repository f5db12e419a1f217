import type { SecondFactorDuty } from '#app/domain/identity/second-factor-duty.ts';
import type { MemberForStaff } from '#app/domain/moderation/members/find-members.server.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import type { FormAnswer } from '#app/platform/forms/faults.ts';
import { memberPath, queueItemPath } from '#app/platform/urls.ts';
import { SecondFactorNotice } from '../../accounts/second-factor-notice.tsx';
import { Notice } from '../../notice.tsx';
import { MemberFacts } from './member-facts.tsx';
import { ResetForm } from './reset-form.tsx';
import { RoleForm } from './role-form.tsx';
import { VerifyForm } from './verify-form.tsx';

type Props = {
  member: MemberForStaff;
  can: { grantRoles: boolean; resetAccounts: boolean };
  /** Whether the viewer is the only administrator. */
  isLastAdministrator: boolean;
  duty: SecondFactorDuty;
  done: 'saved' | 'refused' | null;
  answer: FormAnswer | undefined;
};

/** One account as staff see it, and what they may do with it. */
export function StaffMemberPage({ member, can, isLastAdministrator, duty, done, answer }: Props) {
  const { t } = useTranslation();
  const { penName, isMe, request } = member;
  const form = formOf(answer);
  const answerOf = (name: typeof form) => (form === name ? answer : undefined);
  return (
    <div className="page page-narrow sections">
      <p className="quiet">
        <a href="/moderation/members">{t('memberWork.back')}</a>
      </p>
      <h1>{penName}</h1>
      <SecondFactorNotice duty={duty} />
      {done !== null && !answer && (
        <Notice kind="done">
          <p>{t(done === 'saved' ? 'memberWork.saved' : 'memberWork.refusedNow')}</p>
          <p>
            <a href="/moderation/queue">{t('memberWork.goOn')}</a>
          </p>
        </Notice>
      )}
      <MemberFacts member={member} />
      <p>
        <a href={memberPath(penName)}>{t('memberWork.publicPage')}</a>
      </p>
      {request && <RequestNotice request={request} />}
      {isMe ? (
        <p className="quiet">{t('memberWork.ownVerification')}</p>
      ) : (
        <VerifyForm member={member} answer={answerOf('verify')} />
      )}
      {can.grantRoles && (
        <RoleForm member={member} isLastAdministrator={isLastAdministrator} answer={answerOf('role')} />
      )}
      {can.resetAccounts && !isMe && <ResetForm penName={penName} answer={answerOf('reset')} />}
    </div>
  );
}

function RequestNotice({ request: { itemId, reason } }: { request: NonNullable<MemberForStaff['request']> }) {
  const { t } = useTranslation();
  if (itemId === null) return <p className="quiet">{t('memberWork.refusedBefore', { reason })}</p>;
  return (
    <Notice>
      <p>
        {t('memberWork.request')} <a href={queueItemPath(itemId)}>{t('memberWork.openRequest')}</a>
      </p>
    </Notice>
  );
}

/** Each of the forms sends a field that the others do not have. */
function formOf(answer: FormAnswer | undefined): 'role' | 'reset' | 'verify' {
  if (answer?.typed['from'] !== undefined) return 'role';
  return answer?.typed['confirm'] === undefined ? 'verify' : 'reset';
}
