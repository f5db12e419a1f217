import type { SynonymGroupView } from '#app/domain/search/synonyms/views.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';

/** The words of a group, and which way it leads. */
export function GroupLine({ group: { lang, terms, to, caseSensitive } }: { group: SynonymGroupView }) {
  const { t } = useTranslation();
  return (
    <p className="synonym-terms" lang={lang === 'en+nb' ? undefined : lang}>
      <Terms terms={terms} caseSensitive={caseSensitive} />
      {to.length > 0 && (
        <>
          {' '}
          <span aria-hidden="true">→</span>
          <span className="visually-hidden">{t('synonyms.leadsTo')}</span>{' '}
          <Terms terms={to} caseSensitive={caseSensitive} />
        </>
      )}
    </p>
  );
}

/** Words that count only as they are written stand as code. */
function Terms({ terms, caseSensitive }: { terms: readonly string[]; caseSensitive: readonly string[] }) {
  return (
    <>
      {terms.map((term, index) => (
        <span key={term}>
          {index > 0 && ', '}
          {caseSensitive.includes(term) ? <code>{term}</code> : term}
        </span>
      ))}
    </>
  );
}
