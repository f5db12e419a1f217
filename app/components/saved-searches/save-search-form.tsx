import type { SearchRequest } from '#app/domain/search/schema.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import type { FormAnswer } from '#app/platform/forms/faults.ts';
import { savedSearchesPath } from '#app/platform/urls.ts';
import { TextField } from '../forms/field.tsx';
import { KeptForm } from '../forms/kept-form.tsx';
import { SubmitButton } from '../forms/submit-button.tsx';
import { searchPath } from '../search/search-path.ts';

type Props = { request: SearchRequest; answer?: FormAnswer | undefined };

/** Saves a search, with a name or without. */
export function SaveSearchForm({ request, answer }: Props) {
  const { t } = useTranslation();
  const query = searchPath({ ...request, page: 1 }).replace(/^[^?]*\??/, '');
  return (
    <KeptForm answer={answer} order={['name']} action={`${savedSearchesPath}?form=save`} scope="save-search">
      <input type="hidden" name="query" value={query} />
      <TextField
        name="name"
        label={t('savedSearches.name')}
        hint={t('savedSearches.nameHint')}
        autoComplete="off"
        optional
      />
      <div className="form-actions">
        <SubmitButton outlined>{t('savedSearches.save')}</SubmitButton>
      </div>
    </KeptForm>
  );
}
