import { useTranslation } from '#app/i18n/use-translation.tsx';

/** Which keys there are. The key `?` shows the same over any page (app/enhance/keys-help.ts), where it can be closed. */
export function KeysPage({ title, html }: { title: string; html: string }) {
  const { t } = useTranslation();
  return (
    <div className="page page-narrow" data-keys="">
      <h1 id="keys-title">{title}</h1>
      <article className="prose" dangerouslySetInnerHTML={{ __html: html }} />
      <form method="dialog" hidden>
        <button className="button button-primary">{t('forms.close')}</button>
      </form>
    </div>
  );
}
