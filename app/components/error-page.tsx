import { isRouteErrorResponse } from '@remix-run/react';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import type { Typed } from '#app/platform/forms/faults.ts';
import { SignedOutPage } from './compose/signed-out-page.tsx';

const WORDS_OF_STATUS = {
  400: 'badRequest',
  401: 'notSignedIn',
  403: 'notAllowed',
  404: 'notFound',
  409: 'conflict',
  413: 'tooLarge',
  429: 'tooMany',
  503: 'unavailable',
} as const;

type Kind = (typeof WORDS_OF_STATUS)[keyof typeof WORDS_OF_STATUS] | 'failed';

/** Says what went wrong in words, and where one can go from here. `error` is what the route threw. */
export function ErrorPage({ error }: { error: unknown }) {
  const { t } = useTranslation();
  const kind = kindOf(error);
  const reference = referenceOf(error);
  const typed = writtenIn(error);
  if (typed) return <SignedOutPage typed={typed} />;
  return (
    <div className="page page-narrow error-page">
      <h1>{t(`errors.${kind}.title`)}</h1>
      <p className="lead">{t(`errors.${kind}.text`)}</p>
      {reference !== undefined && (
        <p>
          <code>{reference}</code>
        </p>
      )}
      <form className="search-form" action="/search" method="get">
        <label className="label" htmlFor="error-search">
          {t('errors.toSearch')}
        </label>
        <div className="search-row">
          <input id="error-search" className="input" type="search" name="q" maxLength={500} />
          <button className="button button-primary" type="submit">
            {t('site.search')}
          </button>
        </div>
      </form>
      <p className="ways-on">
        <a href="/">{t('errors.toHome')}</a>
        <a href="/#topics">{t('site.topics')}</a>
        {kind === 'notSignedIn' && <a href="/sign-in">{t('site.signIn')}</a>}
      </p>
      <p className="quiet">
        {t('errors.helpStays')} <a href="/help-now">{t('site.help')}</a>
      </p>
    </div>
  );
}

/** Which of the pages under `errors` in the catalogue tells of `error`. */
export function kindOf(error: unknown): Kind {
  if (!isRouteErrorResponse(error)) return 'failed';
  return isKnown(error.status) ? WORDS_OF_STATUS[error.status] : 'failed';
}

function isKnown(status: number): status is keyof typeof WORDS_OF_STATUS {
  return status in WORDS_OF_STATUS;
}

/** What was written on a form whose writer was no longer signed in. */
function writtenIn(error: unknown): Typed | undefined {
  if (!isRouteErrorResponse(error) || error.status !== 401) return undefined;
  return (error.data as { typed?: Typed } | null)?.typed;
}

function referenceOf(error: unknown): string | undefined {
  if (!isRouteErrorResponse(error)) return undefined;
  const data = error.data as { correlationId?: unknown } | null;
  return typeof data?.correlationId === 'string' ? data.correlationId : undefined;
}
