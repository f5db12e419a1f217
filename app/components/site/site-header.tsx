import { useLocation } from '@remix-run/react';
import type { Language } from '#app/i18n/languages.ts';
import { useLanguage } from '#app/i18n/use-language.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import { signInPath } from '#app/platform/urls.ts';
import { BrandMark } from './brand-mark.tsx';
import { HeaderSearch } from './header-search.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { ThemeToggle } from './theme-toggle.tsx';

/** Where "Leave" goes: a page that looks like nothing in particular. */
const NEUTRAL_SITE = { en: 'https://www.bbc.com/weather', nb: 'https://www.yr.no/' } as const;

/** Pages that one does not want to come back to once signed in. */
const ACCOUNT_PAGES = new Set(['/sign-in', '/sign-in/second-factor', '/join', '/recover']);

/** It is made without looking up who asks. */
const HELP_NOW = '/help-now';

type Props = {
  /** `news`: threads with something new. */
  member: { penName: string; isStaff: boolean; news: number } | null;
  languages: readonly Language[];
};

export function SiteHeader({ member, languages }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { pathname, search } = useLocation();
  const here = pathname + search;
  return (
    <header className="site-header">
      <a className="brand" href="/">
        <BrandMark />
        <span translate="no">{t('site.name')}</span>
      </a>
      {pathname !== '/search' && <HeaderSearch />}
      <nav className={member ? 'site-nav is-member' : 'site-nav'} aria-label={t('site.mainMenu')}>
        <a className="phone-only" href="/search">
          {t('site.search')}
        </a>
        <a href="/#topics">{t('site.topics')}</a>
        {member && <InboxLink news={member.news} />}
        {member ? (
          <a className="account-link" href="/me" aria-label={t('site.account', { name: member.penName })}>
            <span className="account-name">{member.penName}</span>
            <span className="account-word">{t('site.accountWord')}</span>
          </a>
        ) : (
          pathname !== HELP_NOW && (
            <a href={signInPath(ACCOUNT_PAGES.has(pathname) ? undefined : here)}>{t('site.signIn')}</a>
          )
        )}
        <LanguageSwitch to={here} languages={languages} />
        <ThemeToggle to={here} />
      </nav>
      <div className="site-ways-out">
        <a className="help-link" href="/help-now">
          {t('site.help')}
        </a>
        <a className="leave-link" href={NEUTRAL_SITE[language]} rel="noreferrer" title={t('site.leaveHint')} data-leave>
          {t('site.leave')}
        </a>
      </div>
    </header>
  );
}

/** More than anybody counts. */
const MANY = 99;

function InboxLink({ news }: { news: number }) {
  const { t } = useTranslation();
  return (
    <a className="inbox-link" href="/inbox">
      {t('following.inbox')}
      {news > 0 && (
        <>
          <span className="news-count" aria-hidden="true">
            {news > MANY ? `${MANY}+` : news}
          </span>
          <span className="visually-hidden">{t('following.newsCount', { count: news })}</span>
        </>
      )}
    </a>
  );
}
