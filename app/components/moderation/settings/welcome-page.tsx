import { Form } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import { SubmitButton } from '../../forms/submit-button.tsx';
import { StartingGroups, type StartingGroup } from './starting-groups.tsx';

type Props = {
  name: string;
  contact: string | null;
  isSetUp: boolean;
  hasSecondFactor: boolean;
  /** Demonstration threads that can be removed. */
  demonstration: number;
  groups: readonly StartingGroup[];
};

/** What a new forum asks of its first administrator, step by step; nothing of it has to be done at once. */
export function WelcomePage({ name, contact, isSetUp, hasSecondFactor, demonstration, groups }: Props) {
  const { t } = useTranslation();
  return (
    <div className="page page-narrow">
      <p className="quiet">
        <a href="/moderation">{t('queue.workbench')}</a>
      </p>
      <h1>{t('welcome.adminTitle')}</h1>
      <p className="lead">{t('welcome.adminLead')}</p>
      <ol className="welcome-steps">
        <Step title={t('welcome.name')} link={{ to: '/moderation/settings', words: t('welcome.nameLink') }}>
          {t('welcome.nameNow', { name })} {t(contact === null ? 'welcome.contactMissing' : 'welcome.contactThere')}
        </Step>
        <Step title={t('welcome.factor')} link={{ to: '/me/settings/second-factor', words: t('welcome.factorLink') }}>
          {t(hasSecondFactor ? 'welcome.factorOn' : 'welcome.factorOff')}
        </Step>
        <Step
          id="topics"
          title={t('welcome.topics')}
          link={{ to: '/moderation/topics', words: t('welcome.topicsLink') }}
        >
          {t('welcome.topicsNote')}
          <StartingGroups groups={groups} />
        </Step>
        <Step title={t('welcome.demo')}>
          {t('welcome.demoNow', { count: demonstration })}
          {demonstration > 0 && (
            <Form method="post">
              <p className="quiet">{t('welcome.demoNote')}</p>
              <SubmitButton intent="remove-demonstration" outlined>
                {t('welcome.demoRemove')}
              </SubmitButton>
            </Form>
          )}
        </Step>
      </ol>
      {!isSetUp && (
        <Form method="post" className="form-actions">
          <SubmitButton intent="done">{t('welcome.done')}</SubmitButton>
        </Form>
      )}
    </div>
  );
}

type StepProps = { id?: string; title: string; link?: { to: string; words: string }; children: ReactNode };

function Step({ id, title, link, children }: StepProps) {
  return (
    <li id={id}>
      <h2>{title}</h2>
      <div>{children}</div>
      {link && <a href={link.to}>{link.words}</a>}
    </li>
  );
}
