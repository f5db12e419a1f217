import { RadioGroup } from '#app/components/forms/choices.tsx';
import { TextField } from '#app/components/forms/field.tsx';
import { KeptForm } from '#app/components/forms/kept-form.tsx';
import { Notice } from '#app/components/notice.tsx';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import type { FormAnswer } from '#app/platform/forms/faults.ts';
import { DangerButton } from './danger-button.tsx';

type Props = {
  penName: string;
  texts: { penName: number; anonymous: number };
  /** Personas that an earlier attempt has set waiting. */
  waiting: number;
  /** They cannot leave before there is another. */
  isLastAdministrator: boolean;
  answer: FormAnswer | undefined;
};

/** Leaving for good: what goes, what stays, what can still be seen, and the choice. */
export function EraseAccountPage({ penName, texts, waiting, isLastAdministrator, answer }: Props) {
  const { t } = useTranslation();
  return (
    <div className="page page-narrow">
      <h1>{t('erasing.title')}</h1>
      <p className="lead">{t('erasing.lead')}</p>
      <p>
        {t('erasing.exportFirst')} <a href="/me/export">{t('erasing.exportTitle')}</a>.
      </p>
      {waiting > 0 && (
        <Notice kind="warning">
          <p>{t('erasing.waiting', { count: waiting })}</p>
        </Notice>
      )}
      {isLastAdministrator && (
        <Notice kind="warning">
          <p>
            {t('faults.lastAdministratorLeaves')} <a href="/moderation/members">{t('queue.members')}</a>
          </p>
        </Notice>
      )}
      <Facts />
      {!isLastAdministrator && <Choice penName={penName} texts={texts} answer={answer} />}
    </div>
  );
}

function Choice({ penName, texts, answer }: Pick<Props, 'penName' | 'texts' | 'answer'>) {
  const { t } = useTranslation();
  return (
    <KeptForm answer={answer} order={['penNamePosts', 'anonymousPosts', 'password']}>
      <RadioGroup
        name="penNamePosts"
        legend={t('erasing.penNamePosts', { penName })}
        hint={t('erasing.textCount', { count: texts.penName })}
        isPreset={false}
        choices={[
          { value: 'remove', label: t('erasing.penNameRemove'), hint: t('erasing.penNameRemoveHint') },
          { value: 'leave', label: t('erasing.penNameLeave'), hint: t('erasing.penNameLeaveHint') },
        ]}
      />
      <RadioGroup
        name="anonymousPosts"
        legend={t('erasing.anonymousPosts')}
        hint={t('erasing.textCount', { count: texts.anonymous })}
        isPreset={false}
        choices={[
          { value: 'remove', label: t('erasing.anonymousRemove'), hint: t('erasing.anonymousRemoveHint') },
          { value: 'leave', label: t('erasing.anonymousLeave'), hint: t('erasing.anonymousLeaveHint') },
        ]}
      />
      {/* For password managers alone, which look for a name beside the password. Nameless, so it is not sent. */}
      <input type="text" autoComplete="username" value={penName} readOnly hidden />
      <TextField name="password" type="password" label={t('erasing.password')} autoComplete="current-password" />
      <p className="form-note">{t('erasing.brokenOff')}</p>
      <div className="form-actions">
        <DangerButton>{t('erasing.confirm')}</DangerButton>
        <a className="button button-quiet" href="/me">
          {t('erasing.cancel')}
        </a>
      </div>
    </KeptForm>
  );
}

const KEPT = ['replies', 'places', 'bars', 'staff', 'flags'] as const;
const TRUTH = ['fortnight', 'visible', 'backups', 'copies'] as const;

function Facts() {
  const { t } = useTranslation();
  return (
    <div className="explained">
      <h2>{t('erasing.keptTitle')}</h2>
      <ul>
        {KEPT.map((key) => (
          <li key={key}>{t(`erasing.kept.${key}`)}</li>
        ))}
      </ul>
      <h2>{t('erasing.truthTitle')}</h2>
      <ul>
        {TRUTH.map((key) => (
          <li key={key}>{t(`erasing.truth.${key}`)}</li>
        ))}
      </ul>
    </div>
  );
}
