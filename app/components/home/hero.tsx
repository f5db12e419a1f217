import { useTranslation } from '#app/i18n/use-translation.tsx';
import { newThreadPath } from '#app/platform/urls.ts';
import { TwoChairs } from './two-chairs.tsx';

/** What this place is, in one paragraph, and the way to bring something of one's own. */
export function Hero() {
  const { t } = useTranslation();
  return (
    <div className="hero">
      <div className="hero-words">
        <h1>{t('home.heading')}</h1>
        <p className="lead">{t('home.lead')}</p>
        <p className="buttons">
          <a className="button button-primary" href={newThreadPath()}>
            {t('site.newThread')}
          </a>
          <a className="button button-quiet" href="/privacy">
            {t('home.more')}
          </a>
        </p>
      </div>
      <TwoChairs />
    </div>
  );
}
