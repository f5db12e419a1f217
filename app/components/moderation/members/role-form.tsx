import { ROLES } from '#app/domain/identity/viewer.ts';
import type { MemberForStaff } from '#app/domain/moderation/members/find-members.server.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import type { FormAnswer } from '#app/platform/forms/faults.ts';
import { RadioGroup } from '../../forms/choices.tsx';
import { KeptForm } from '../../forms/kept-form.tsx';
import { SubmitButton } from '../../forms/submit-button.tsx';

type Props = { member: MemberForStaff; isLastAdministrator: boolean; answer: FormAnswer | undefined };

/** Another role for a member; for oneself, a lesser one. */
export function RoleForm({ member: { role, isMe }, isLastAdministrator, answer }: Props) {
  const { t } = useTranslation();
  const title = t(isMe ? 'memberWork.giveUp' : 'memberWork.changeRole');
  return (
    <section aria-labelledby="role-heading">
      <h2 id="role-heading">{title}</h2>
      {isMe && isLastAdministrator ? (
        <p>{t('memberWork.lastOne')}</p>
      ) : (
        <>
          <p>{t(isMe ? 'memberWork.giveUpNote' : 'memberWork.changeRoleNote')}</p>
          <KeptForm answer={answer} order={['role']} key={role}>
            <input type="hidden" name="from" value={role} />
            <RadioGroup
              name="role"
              legend={t('memberWork.role')}
              isPreset={false}
              choices={ROLES.filter((other) => other !== role).map((value) => ({
                value,
                label: t(`memberWork.roles.${value}`),
                hint: t(`memberWork.roleHints.${value}`),
              }))}
            />
            <div className="form-actions">
              <SubmitButton intent="role" outlined>
                {title}
              </SubmitButton>
            </div>
          </KeptForm>
        </>
      )}
    </section>
  );
}
