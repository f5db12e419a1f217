import { useTranslation } from '#app/i18n/use-translation.tsx';
import { SideSign } from '../side-sign.tsx';
import { sidePath } from '../side-path.ts';

/** A way in for each chair. */
export function WaysIn() {
  const { t } = useTranslation();
  return (
    <section className="ways-in" aria-label={t('home.waysIn')}>
      <div className="way-in side-client">
        <h2>
          <SideSign side="client" />
          {t('home.client')}
        </h2>
        <p>{t('home.clientText')}</p>
        <a href={sidePath('client')}>{t('home.clientLink')}</a>
      </div>
      <div className="way-in side-practitioner">
        <h2>
          <SideSign side="practitioner" />
          {t('home.practitioner')}
        </h2>
        <p>{t('home.practitionerText')}</p>
        <a href={sidePath('practitioner')}>{t('home.practitionerLink')}</a>
      </div>
    </section>
  );
}
