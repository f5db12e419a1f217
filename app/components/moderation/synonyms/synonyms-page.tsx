import { SYNONYM_LANGUAGES } from '#app/domain/search/synonyms/limits.ts';
import type { SynonymEntry } from '#app/domain/search/synonyms/views.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import { synonymGroupPath, synonymsPath } from '#app/platform/urls.ts';
import { Notice } from '../../notice.tsx';
import { GroupLine } from './group-line.tsx';

export type SynonymFilter = { find: string; lang: string; changed: boolean };

type Props = { title: string; entries: readonly SynonymEntry[]; filter: SynonymFilter; isSaved: boolean };

/** All groups of synonyms that search goes by, and those that this forum has left out. */
export function SynonymsPage({ title, entries, filter, isSaved }: Props) {
  const { t } = useTranslation();
  const isFiltered = filter.find !== '' || filter.lang !== '' || filter.changed;
  return (
    <div className="page">
      <p className="quiet">
        <a href="/moderation/topics">{t('workbench.title')}</a>
      </p>
      <h1>{title}</h1>
      <p className="lead">{t('synonyms.lead')}</p>
      {isSaved && (
        <Notice kind="done">
          <p>{t('synonyms.saved')}</p>
        </Notice>
      )}
      <p className="form-actions">
        <a className="button" href={synonymGroupPath('new')}>
          {t('synonyms.newGroup')}
        </a>
      </p>
      <Filter filter={filter} />
      <h2>{t('synonyms.groups', { count: entries.length })}</h2>
      {isFiltered && (
        <p>
          <a href={synonymsPath}>{t('synonyms.showAll')}</a>
        </p>
      )}
      {entries.length === 0 && <p>{t('synonyms.none')}</p>}
      <ul className="synonym-groups">
        {entries.map((entry) => (
          <li key={entry.group.id}>
            <Entry entry={entry} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Filter({ filter }: { filter: SynonymFilter }) {
  const { t } = useTranslation();
  return (
    <form className="synonym-filter" action={synonymsPath} method="get" role="search">
      <label>
        {t('synonyms.findLabel')}
        <input className="input" type="search" name="find" defaultValue={filter.find} autoComplete="off" />
      </label>
      <label>
        {t('synonyms.language')}
        <select className="input select" name="lang" defaultValue={filter.lang}>
          <option value="">{t('synonyms.anyLanguage')}</option>
          {SYNONYM_LANGUAGES.map((lang) => (
            <option key={lang} value={lang}>
              {t(`synonyms.lang.${lang}`)}
            </option>
          ))}
        </select>
      </label>
      <div className="choice">
        <input type="checkbox" id="changed" name="changed" value="on" defaultChecked={filter.changed} />
        <label htmlFor="changed">{t('synonyms.onlyChanged')}</label>
      </div>
      <button className="button" type="submit">
        {t('synonyms.go')}
      </button>
    </form>
  );
}

function Entry({ entry: { group, origin } }: { entry: SynonymEntry }) {
  const { t } = useTranslation();
  const name = group.terms[0] ?? group.id;
  return (
    <>
      <GroupLine group={group} />
      {group.note !== null && <p className="quiet">{group.note}</p>}
      <p className="synonym-tools">
        <span className="tag">{t(`synonyms.lang.${group.lang}`)}</span>
        {origin !== 'shipped' && <span className="tag">{t(`synonyms.origin.${origin}`)}</span>}
        <a href={synonymGroupPath(group.id)} aria-label={t('synonyms.editOf', { name })}>
          {t('synonyms.edit')}
        </a>
      </p>
    </>
  );
}
