import { useLocation } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { LanguageSwitch } from './language-switch.tsx';
import { ThemeChoice } from './theme-choice.tsx';

export function SiteFooter({ theme }: { theme: 'light' | 'dark' | 'system' }) {
  const { t } = useTranslation();
  const { pathname, search } = useLocation();
  const here = pathname + search;
  return (
    <footer className="site-footer">
      <nav aria-label={t('site.footer')}>
        <a href="/guidelines">{t('site.groundRules')}</a>
        <a href="/privacy">{t('site.privacy')}</a>
        <a href="/moderation/log">{t('log.title')}</a>
        <a href="/concerns/new">{t('queue.aboutMeTitle')}</a>
        <a href="/help-now">{t('site.help')}</a>
        <LanguageSwitch to={here} />
      </nav>
      <ThemeChoice theme={theme} to={here} />
      <p>
        {t('site.notTreatment')} {t('site.times')}
      </p>
    </footer>
  );
}
