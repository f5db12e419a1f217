import { Form } from '@remix-run/react';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import { actOnTopicPath } from '#app/platform/urls.ts';

type Named = { id: string; name: string };
type Props = { id: string; isRetired: boolean; others: readonly (Named & { topics: readonly Named[] })[] };

/** Takes a topic out of use, or merges it into another. */
export function TopicActs({ id, isRetired, others }: Props) {
  const { t } = useTranslation();
  const action = actOnTopicPath(id);
  const turn = isRetired ? 'reuse' : 'retire';
  return (
    <>
      <section aria-labelledby="retire">
        <h2 id="retire">{t(`workbench.${turn}`)}</h2>
        <p>{t(`workbench.${turn}Note`)}</p>
        <Form className="form-actions" action={action} method="post">
          <button className="button" type="submit" name="intent" value={turn}>
            {t(`workbench.${turn}`)}
          </button>
        </Form>
      </section>
      <section aria-labelledby="merge">
        <h2 id="merge">{t('workbench.merge')}</h2>
        <p>{t('workbench.mergeNote')}</p>
        <Form className="form" action={action} method="post">
          <div className="field">
            <label className="field-label" htmlFor="into">
              {t('workbench.mergeInto')}
            </label>
            <select className="input select" id="into" name="into">
              {others.map((group) => (
                <optgroup key={group.id} label={group.name}>
                  {group.topics.map((topic) => (
                    <option key={topic.id} value={topic.id}>
                      {topic.name}
                    </option>
                  ))}
                </optgroup>
              ))}
            </select>
          </div>
          <div className="form-actions">
            <button className="button button-danger" type="submit" name="intent" value="merge">
              {t('workbench.merge')}
            </button>
          </div>
        </Form>
      </section>
    </>
  );
}
