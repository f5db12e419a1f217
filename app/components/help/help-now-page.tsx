import { COUNTRIES, COUNTRY_CODES, WORLDWIDE, type CountryCode } from '#app/i18n/helplines.ts';
import { useLanguage } from '#app/i18n/use-language.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import { CountryHelp } from './country-help.tsx';

type Props = { country: CountryCode | null; html: string };

/** Whom one can turn to at once, in one's own country, and what else helps. */
export function HelpNowPage({ country, html }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const nameOf = (code: CountryCode) => new Intl.DisplayNames([language], { type: 'region' }).of(code) ?? code;
  const choices = COUNTRY_CODES.map((code) => ({ code, name: nameOf(code) }));
  choices.sort((a, b) => a.name.localeCompare(b.name, language));
  return (
    <div className="page page-narrow help-now">
      <h1>{t('help.title')}</h1>
      <p className="lead">{t('help.lead')}</p>
      <form className="country-choice" action="/help-now" method="get">
        <label htmlFor="country">{t('help.country')}</label>
        <select className="input select" id="country" name="country" defaultValue={country ?? ''}>
          <option value="">{t('help.elsewhere')}</option>
          {choices.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
        <button className="button" type="submit">
          {t('help.show')}
        </button>
      </form>
      {country === null ? <HelpElsewhere /> : <CountryHelp name={nameOf(country)} country={COUNTRIES[country]} />}
      <p>{t('help.worldwide', { site: WORLDWIDE })}</p>
      <article className="prose" dangerouslySetInnerHTML={{ __html: html }} />
    </div>
  );
}

function HelpElsewhere() {
  const { t } = useTranslation();
  return (
    <section className="help-lines" aria-labelledby="help-danger">
      <h2 id="help-danger">{t('help.danger')}</h2>
      <p>{t('help.dangerElsewhere')}</p>
    </section>
  );
}
