import { useTranslation } from 'react-i18next';
import type { QuoteView } from '#app/domain/posts/views.ts';

/** The post that a reply answers: by reference, so that it changes with its source. `path` leads to it. */
export function QuotedPost({ quote, path }: { quote: QuoteView; path: string }) {
  const { t } = useTranslation();
  return (
    <div className="post-quote">
      <a href={path}>{t('posts.answers', { name: quote.author.name, number: quote.number })}</a>
      {quote.excerpt !== '' && <blockquote>{quote.excerpt}</blockquote>}
    </div>
  );
}
