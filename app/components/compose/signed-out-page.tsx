import { useLocation } from '@remix-run/react';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import type { Typed } from '#app/platform/forms/faults.ts';
import { signInPath } from '#app/platform/urls.ts';
import { WrittenText } from './written-text.tsx';

/**
 * Where no script kept the composer in its place when the session had ended: the text, and the way on. It is on this page and nowhere
 * else, so the sign-in opens beside it. Sent on, it comes to its composer as the Preview button would bring it.
 */
export function SignedOutPage({ typed }: { typed: Typed }) {
  const { t } = useTranslation();
  const { pathname, search } = useLocation();
  return (
    <div className="page page-narrow">
      <h1>{t('compose.signedOutTitle')}</h1>
      <p className="lead" role="alert">
        {t('compose.signedOutText')}
      </p>
      <form className="form" method="post" action={pathname + search}>
        {Object.entries(typed).map(([name, text]) => (
          <KeptField key={name} name={name} text={text} />
        ))}
        <p>
          <a className="button button-primary" href={signInPath()} target="_blank" rel="noopener">
            {t('compose.signInBeside')}
          </a>
        </p>
        <p>
          <button className="button" type="submit" name="intent" value="preview">
            {t('compose.signedInAgain')}
          </button>
        </p>
      </form>
      <WrittenText typed={typed} />
    </div>
  );
}

/** A hidden area, for a hidden input loses line ends. */
function KeptField({ name, text }: { name: string; text: string }) {
  return <textarea hidden readOnly name={name} value={text} aria-hidden="true" tabIndex={-1} />;
}
