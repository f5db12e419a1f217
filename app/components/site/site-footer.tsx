import { useLocation } from '@remix-run/react';
import type { Settings } from '#app/domain/settings/schema.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import type { TextSize } from '#app/platform/theme.ts';
import { LANGUAGES } from '#app/i18n/languages.ts';
import { ContactLine } from './contact-line.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { TextSizeChoice } from './text-size-choice.tsx';
import { ThemeChoice } from './theme-choice.tsx';

type Props = {
  theme: 'light' | 'dark' | 'system';
  textSize: TextSize;
  /** Null where a page broke before anything was known of it. */
  forum: Pick<Settings, 'contact' | 'languages'> | null;
};

export function SiteFooter({ theme, textSize, forum }: Props) {
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
        <a href="/keys">{t('site.keys')}</a>
        <a href="/help-now">{t('site.help')}</a>
        <LanguageSwitch to={here} languages={forum?.languages ?? LANGUAGES} />
      </nav>
      <div className="site-looks">
        <ThemeChoice theme={theme} to={here} />
        <TextSizeChoice textSize={textSize} to={here} />
      </div>
      {forum?.contact != null && <ContactLine contact={forum.contact} />}
      <p>
        {t('site.notTreatment')} {t('site.times')}
      </p>
    </footer>
  );
}
