import type { SearchRequest } from '#app/domain/search/schema.ts';
import { useLanguage } from '#app/i18n/use-language.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import { facetsOf, type Counts, type FacetValue, type FacetView } from './facets.ts';
import type { SearchedGroup } from './search-form.tsx';
import { countChosen } from './search-path.ts';

/** Values that stand in sight; the others are folded away. */
const IN_SIGHT = 6;

type Props = { asked: SearchRequest; groups: readonly SearchedGroup[]; counts: Counts };

/** What the results may be narrowed to, each value a link: folded on a phone, beside the results where there is room. */
export function FacetList({ asked, groups, counts }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const facets = facetsOf({ asked, groups, counts, language, t });
  if (facets.length === 0) return null;
  const chosen = countChosen(asked);
  return (
    <nav className="facets" aria-label={t('search.narrow')}>
      <details>
        <summary>
          {t('search.narrow')}
          {chosen > 0 && <span className="facets-chosen">{t('search.chosenCount', { count: chosen })}</span>}
        </summary>
        <div className="facets-list">
          {facets.map((facet) => (
            <Facet key={facet.key} facet={facet} />
          ))}
        </div>
      </details>
    </nav>
  );
}

function Facet({ facet: { key, name, values } }: { facet: FacetView }) {
  const { t } = useTranslation();
  const id = `facet-${key}`;
  // What is chosen stays in sight; one value alone is not worth folding.
  const sight = values.length <= IN_SIGHT + 1 ? values.length : IN_SIGHT;
  const isInSight = (value: FacetValue, at: number) => at < sight || value.isChosen;
  const folded = values.filter((value, at) => !isInSight(value, at));
  return (
    <section className="facet" aria-labelledby={id}>
      <h3 id={id}>{name}</h3>
      <ValueList values={values.filter(isInSight)} labelledBy={id} />
      {folded.length > 0 && (
        <details className="fold">
          <summary>{t('search.moreValues', { count: folded.length, facet: name })}</summary>
          <ValueList values={folded} labelledBy={id} />
        </details>
      )}
    </section>
  );
}

function ValueList({ values, labelledBy }: { values: readonly FacetValue[]; labelledBy: string }) {
  return (
    <ul aria-labelledby={labelledBy}>
      {values.map((value) => (
        <li key={value.value}>
          <Value {...value} />
        </li>
      ))}
    </ul>
  );
}

function Value({ name, count, isChosen, path }: FacetValue) {
  const { t } = useTranslation();
  return (
    <a
      className="facet-value"
      href={path}
      rel="nofollow"
      aria-current={isChosen ? 'true' : undefined}
      aria-label={count === null ? undefined : t('search.facetValue', { name, count })}
    >
      <span className="facet-name">{name}</span>
      {count !== null && <span className="facet-count">{count}</span>}
    </a>
  );
}
