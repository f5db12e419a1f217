import type { QuoteView } from '#app/domain/posts/views.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import { useLangOf } from '../prose.tsx';

type Props = {
  quote: QuoteView;
  path: string;
  /** Whether the reply quotes words itself: then how the post begins is not what it answers. */
  hasOwnQuotes: boolean;
};

/** The post that a reply answers: by reference, so that it changes with its source. `path` leads to it. */
export function QuotedPost({ quote, path, hasOwnQuotes }: Props) {
  const { t } = useTranslation();
  const lang = useLangOf(quote.language);
  return (
    <div className="post-quote">
      <a href={path}>{t('posts.answers', { name: quote.author.name, number: quote.number })}</a>
      {quote.excerpt !== '' && !hasOwnQuotes && <blockquote lang={lang}>{quote.excerpt}</blockquote>}
    </div>
  );
}
