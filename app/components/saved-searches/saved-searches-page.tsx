import { Form } from '@remix-run/react';
import type { SavedSearch } from '#app/domain/search/saved/views.ts';
import type { SearchRequest } from '#app/domain/search/schema.ts';
import { useLanguage } from '#app/i18n/use-language.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import type { FormAnswer } from '#app/platform/forms/faults.ts';
import { savedSearchesPath } from '#app/platform/urls.ts';
import { FaultMessage } from '../forms/fault-message.tsx';
import { TextField } from '../forms/field.tsx';
import { KeptForm } from '../forms/kept-form.tsx';
import { SubmitButton } from '../forms/submit-button.tsx';
import { Notice } from '../notice.tsx';
import type { SearchedGroup } from '../search/search-form.tsx';
import { searchPath } from '../search/search-path.ts';
import { SaveSearchForm } from './save-search-form.tsx';
import { searchFeedPath } from './search-feed-path.ts';
import { nameOfSearch, wordsOfSearch } from './search-name.ts';

export type SavedSearchesAnswer = FormAnswer & {
  /** A search that could not be saved. */
  unsaved?: SearchRequest | null;
  /** Which search the form was about. */
  id?: string;
};

type Props = {
  title: string;
  searches: readonly SavedSearch[];
  groups: readonly SearchedGroup[];
  isDone: boolean;
  answer: SavedSearchesAnswer | undefined;
};

/** The searches that one has saved. */
export function SavedSearchesPage({ title, searches, groups, isDone, answer }: Props) {
  const { t } = useTranslation();
  return (
    <div className="page page-narrow">
      <p className="quiet">
        <a href="/inbox">{t('following.inbox')}</a>
      </p>
      <h1>{title}</h1>
      <p className="lead">{t('savedSearches.note')}</p>
      {isDone && answer === undefined && (
        <Notice kind="done">
          <p>{t('savedSearches.done')}</p>
        </Notice>
      )}
      {answer?.unsaved && <Unsaved request={answer.unsaved} groups={groups} answer={answer} />}
      {searches.length === 0 && <p>{t('savedSearches.none')}</p>}
      <ul className="saved-searches">
        {searches.map((search) => (
          <li key={search.id} id={search.id}>
            <Saved search={search} groups={groups} answer={answer?.id === search.id ? answer : undefined} />
          </li>
        ))}
      </ul>
      <p>
        <a href="/search">{t('savedSearches.toSearch')}</a>
      </p>
    </div>
  );
}

type UnsavedProps = { request: SearchRequest; groups: readonly SearchedGroup[]; answer: SavedSearchesAnswer };

function Unsaved({ request, groups, answer }: UnsavedProps) {
  const { t } = useTranslation();
  const name = wordsOfSearch(request, { groups, language: useLanguage(), t });
  const { query: fault, ...faults } = answer.faults;
  return (
    <section className="saved-search-unsaved">
      <Notice kind="warning">
        {fault && (
          <p>
            <FaultMessage fault={fault} />
          </p>
        )}
        <p>
          <a href={searchPath(request)}>{t('savedSearches.notSaved', { name })}</a>
        </p>
      </Notice>
      <SaveSearchForm request={request} answer={{ ...answer, faults }} />
    </section>
  );
}

type SavedProps = {
  search: SavedSearch;
  groups: readonly SearchedGroup[];
  answer: SavedSearchesAnswer | undefined;
};

function Saved({ search, groups, answer }: SavedProps) {
  const { t } = useTranslation();
  const wording = { groups, language: useLanguage(), t };
  const { id, request } = search;
  const name = nameOfSearch(search, wording);
  return (
    <>
      <h2>
        <a href={searchPath(request)}>{name}</a>
      </h2>
      {search.name !== null && <p className="quiet">{wordsOfSearch(request, wording)}</p>}
      <div className="saved-search-tools">
        <a
          href={searchFeedPath(request)}
          type="application/atom+xml"
          aria-label={`${t('savedSearches.feed')}: ${name}`}
        >
          {t('savedSearches.feed')}
        </a>
        <Form method="post" action={`${savedSearchesPath}?form=remove`}>
          <input type="hidden" name="id" value={id} />
          <button className="link-button" type="submit" aria-label={t('savedSearches.removeOf', { name })}>
            {t('savedSearches.remove')}
          </button>
        </Form>
      </div>
      <details open={answer !== undefined} className="fold">
        <summary aria-label={t('savedSearches.renameOf', { name })}>{t('savedSearches.changeName')}</summary>
        <KeptForm
          answer={answer}
          defaults={{ name: search.name ?? '' }}
          order={['name']}
          scope={id}
          action={`${savedSearchesPath}?form=rename`}
        >
          <input type="hidden" name="id" value={id} />
          <TextField
            name="name"
            label={t('savedSearches.newName')}
            hint={t('savedSearches.nameHint')}
            autoComplete="off"
            optional
          />
          <div className="form-actions">
            <SubmitButton outlined>{t('savedSearches.changeName')}</SubmitButton>
          </div>
        </KeptForm>
      </details>
    </>
  );
}
