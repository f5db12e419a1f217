import { Form } from '@remix-run/react';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import { SubmitButton } from '../../forms/submit-button.tsx';

/** A group of the taxonomy, and how many of its topics are in use. */
export type StartingGroup = { id: string; name: string; topics: number; inUse: number };

/** Which groups of topics a new forum begins with: each is left out, or brought back, by one press. */
export function StartingGroups({ groups }: { groups: readonly StartingGroup[] }) {
  const { t } = useTranslation();
  return (
    <ul className="starting-groups">
      {groups.map(({ id, name, topics, inUse }) => (
        <li key={id}>
          <span id={`group-${id}`}>
            {name} <span className="quiet">{t('welcome.groupTopics', { inUse, count: topics })}</span>
          </span>
          <Form method="post" preventScrollReset>
            <input type="hidden" name="group" value={id} />
            <SubmitButton intent={inUse > 0 ? 'retire' : 'reuse'} quiet describedBy={`group-${id}`}>
              {t(inUse > 0 ? 'welcome.groupOut' : 'welcome.groupBack')}
            </SubmitButton>
          </Form>
        </li>
      ))}
    </ul>
  );
}
