import { useTranslation } from '#app/i18n/use-translation.tsx';

/** What the headings in a text stand under where the page has none of its own there: seen by nobody, heard by who goes by headings. */
export function TextHeading({ html }: { html: string }) {
  const { t } = useTranslation();
  return html.includes('<h3>') && <h2 className="visually-hidden">{t('posts.text')}</h2>;
}
