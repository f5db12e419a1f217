import type { MailLinkView } from '#app/domain/following/mail/mail-link.server.ts';
import { MAIL_PACES } from '#app/domain/following/mail/paces.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import type { FormAnswer } from '#app/platform/forms/faults.ts';
import { followingPath, mailSettingsPath } from '#app/platform/urls.ts';
import { BackLink } from '../accounts/back-link.tsx';
import { Checkbox, RadioGroup } from '../forms/choices.tsx';
import { TextField } from '../forms/field.tsx';
import { KeptForm } from '../forms/kept-form.tsx';
import { SubmitButton } from '../forms/submit-button.tsx';
import { Notice } from '../notice.tsx';

/** What the member has just done here: asked for a mail to confirm with, chosen a pace, or ended all mail. */
export const MAIL_ACTS = ['asked', 'paced', 'ended'] as const;
export type MailAct = (typeof MAIL_ACTS)[number];

type Props = {
  link: MailLinkView | null;
  /** Whether the forum sends mail at all. */
  isMailOn: boolean;
  done: MailAct | null;
  answer: FormAnswer | undefined;
};

/** Whether a member is written to, where and how soon; and, before all, what that means. */
export function MailPage({ link, isMailOn, done, answer }: Props) {
  const { t } = useTranslation();
  return (
    <div className="page page-narrow sections">
      <BackLink to="/me/settings">{t('security.backToSettings')}</BackLink>
      <h1>{t('mail.title')}</h1>
      {done !== null && !answer && (
        <Notice kind="done">
          <p>{t(`mail.done.${done}`)}</p>
        </Notice>
      )}
      <p className="lead">{t(isMailOn ? 'mail.lead' : 'mail.off')}</p>
      {link && <Present link={link} />}
      {isMailOn && <AskForMail title={t(link ? 'mail.changeTitle' : 'mail.askTitle')} answer={answer} />}
      {link && <EndMail />}
    </div>
  );
}

function Present({ link: { address, pace, isConfirmed, threads } }: { link: MailLinkView }) {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="mail-present">
      <h2 id="mail-present">{t('mail.presentTitle')}</h2>
      <p>
        <b className="mail-address">{address}</b>
      </p>
      {isConfirmed ? (
        <p>
          {t('mail.threads', { count: threads })} <a href={followingPath}>{t('following.title')}</a>
        </p>
      ) : (
        <p>{t('mail.unconfirmed')}</p>
      )}
      <KeptForm
        scope="pace"
        answer={undefined}
        defaults={{ pace }}
        action={`${mailSettingsPath}?form=pace`}
        order={['pace']}
      >
        <PaceChoice />
        <div className="form-actions">
          <SubmitButton outlined>{t('mail.savePace')}</SubmitButton>
        </div>
      </KeptForm>
    </section>
  );
}

function AskForMail({ title, answer }: { title: string; answer: FormAnswer | undefined }) {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="mail-ask">
      <h2 id="mail-ask">{title}</h2>
      <Notice kind="warning">
        <p>
          <b>{t('mail.storedTitle')}</b>
        </p>
        <p>{t('mail.storedWhat')}</p>
        <p>{t('mail.storedAdvice')}</p>
      </Notice>
      <KeptForm answer={answer} action={mailSettingsPath} order={['address', 'pace', 'wasTold']}>
        <TextField
          name="address"
          label={t('mail.address')}
          hint={t('mail.addressHint')}
          type="email"
          autoComplete="email"
        />
        <PaceChoice />
        <Checkbox name="wasTold" label={t('mail.wasTold')} />
        <div className="form-actions">
          <SubmitButton>{t('mail.ask')}</SubmitButton>
        </div>
      </KeptForm>
    </section>
  );
}

function PaceChoice() {
  const { t } = useTranslation();
  const choices = MAIL_PACES.map((pace) => ({ value: pace, label: t(`mail.paces.${pace}`) }));
  return <RadioGroup name="pace" legend={t('mail.pace')} choices={choices} />;
}

function EndMail() {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="mail-end">
      <h2 id="mail-end">{t('mail.endTitle')}</h2>
      <p>{t('mail.endNote')}</p>
      <form action={`${mailSettingsPath}?form=end`} method="post">
        <button className="button" type="submit">
          {t('mail.end')}
        </button>
      </form>
    </section>
  );
}
