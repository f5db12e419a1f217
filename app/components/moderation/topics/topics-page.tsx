import { Form } from '@remix-run/react';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import { actOnTopicPath, editTopicPath, newTopicPath, synonymsPath, topicPath } from '#app/platform/urls.ts';
import { Notice } from '../../notice.tsx';

type Line = { id: string; slug: string; name: string; isRetired: boolean; threads: number };

type Props = { groups: readonly (Line & { topics: readonly Line[] })[]; isSaved: boolean };

/** The whole taxonomy, to be put in order. */
export function TopicsPage({ groups, isSaved }: Props) {
  const { t } = useTranslation();
  return (
    <div className="page">
      <h1>{t('workbench.title')}</h1>
      <p className="lead">{t('workbench.lead')}</p>
      <p>
        <a href={synonymsPath}>{t('synonyms.title')}</a>
        <span className="quiet"> {t('synonyms.topicsNote')}</span>
      </p>
      {isSaved && (
        <Notice kind="done">
          <p>{t('workbench.saved')}</p>
        </Notice>
      )}
      {groups.map((group) => (
        <section key={group.id} className="workbench-group" aria-labelledby={group.id}>
          <h2 id={group.id}>{group.name}</h2>
          <Tools line={group} />
          <ol className="workbench-topics">
            {group.topics.map((topic) => (
              <li key={topic.id}>
                <a href={topicPath(topic.slug)}>{topic.name}</a>{' '}
                <span className="quiet">{t('workbench.threads', { count: topic.threads })}</span>{' '}
                {topic.isRetired && <span className="tag">{t('workbench.retired')}</span>}
                <Tools line={topic} />
              </li>
            ))}
          </ol>
          <p>
            <a href={newTopicPath(group.id)}>{t('workbench.newTopic')}</a>
          </p>
        </section>
      ))}
      <p className="form-actions">
        <a className="button" href="/moderation/topics/new">
          {t('workbench.newGroup')}
        </a>
      </p>
    </div>
  );
}

function Tools({ line: { id, name } }: { line: Line }) {
  const { t } = useTranslation();
  return (
    <div className="workbench-tools">
      <a href={editTopicPath(id)} aria-label={t('workbench.moveOf', { act: t('workbench.edit'), name })}>
        {t('workbench.edit')}
      </a>
      {(['up', 'down'] as const).map((intent) => (
        <Form key={intent} action={actOnTopicPath(id)} method="post" preventScrollReset>
          <button
            className="link-button"
            type="submit"
            name="intent"
            value={intent}
            aria-label={t('workbench.moveOf', { act: t(`workbench.${intent}`), name })}
          >
            {t(`workbench.${intent}`)}
          </button>
        </Form>
      ))}
    </div>
  );
}
