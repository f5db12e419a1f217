import type { DiffPart } from '#app/domain/posts/views.ts';
import type { Language } from '#app/i18n/languages.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import { useLangOf } from './prose.tsx';

/** `language`: of the text. */
type Props = { parts: DiffPart[]; language: Language };

/** The words that a version took away and brought. What may not be seen shows as a bar with its length. */
export function WordDiff({ parts, language }: Props) {
  const lang = useLangOf(language);
  return (
    <p className="diff">
      {parts.map((part, index) => (
        // The parts of one difference never change places.
        <DiffWords key={index} part={part} lang={lang} />
      ))}
    </p>
  );
}

function DiffWords({ part, lang }: { part: DiffPart; lang: Language | undefined }) {
  const { t } = useTranslation();
  switch (part.kind) {
    case 'same':
      return <span lang={lang}>{part.text}</span>;
    case 'added':
      return <ins lang={lang}>{part.text}</ins>;
    case 'removed':
      return <del lang={lang}>{part.text}</del>;
    case 'masked':
      return <span className="redacted">{t('posts.masked', { count: part.characters })}</span>;
  }
}
