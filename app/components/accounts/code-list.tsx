import { Notice } from '#app/components/notice.tsx';
import { useTranslation } from '#app/i18n/use-translation.tsx';

type Props = { codes: readonly string[]; title: string };

/** Recovery codes, on the only page that ever shows them. */
export function CodeList({ codes, title }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <Notice kind="warning">
        <p>{t('accounts.codesOnce')}</p>
      </Notice>
      <h2 id="recovery-codes">{title}</h2>
      <ol className="recovery-codes" aria-labelledby="recovery-codes" translate="no">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <p className="quiet">{t('accounts.codesPrint')}</p>
      <p className="no-print">
        <a className="button" href={asTextFile([title, ...codes])} download="recovery-codes.txt">
          {t('welcome.download')}
        </a>
      </p>
    </>
  );
}

/** A file that is in the page itself: the codes are asked for from nowhere a second time. */
function asTextFile(lines: readonly string[]): string {
  return `data:text/plain;charset=utf-8,${encodeURIComponent(lines.join('\n') + '\n')}`;
}
