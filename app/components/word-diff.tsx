import { useTranslation } from 'react-i18next';
import type { DiffPart } from '#app/domain/posts/views.ts';

/** The words that a version took away and brought. What may not be seen shows as a bar with its length. */
export function WordDiff({ parts }: { parts: DiffPart[] }) {
  return (
    <p className="diff">
      {parts.map((part, index) => (
        // The parts of one difference never change places.
        <DiffWords key={index} part={part} />
      ))}
    </p>
  );
}

function DiffWords({ part }: { part: DiffPart }) {
  const { t } = useTranslation();
  switch (part.kind) {
    case 'same':
      return <span>{part.text}</span>;
    case 'added':
      return <ins>{part.text}</ins>;
    case 'removed':
      return <del>{part.text}</del>;
    case 'masked':
      return <span className="redacted">{t('posts.masked', { count: part.characters })}</span>;
  }
}
