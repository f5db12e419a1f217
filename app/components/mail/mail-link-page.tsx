import { useTranslation } from '#app/i18n/use-translation.tsx';
import { Notice } from '../notice.tsx';

type Props = {
  kind: 'confirm' | 'end';
  title: string;
  /** Null until the button was pressed; `old` for a link that is good for nothing any more. */
  outcome: 'done' | 'old' | null;
};

/** Where the links in a mail lead, signed in or not: one button. */
export function MailLinkPage({ kind, title, outcome }: Props) {
  const { t } = useTranslation();
  return (
    <div className="page page-narrow sections">
      <h1>{title}</h1>
      {outcome === 'done' && (
        <Notice kind="done">
          <p>{t(`mail.${kind}Done`)}</p>
        </Notice>
      )}
      {outcome === 'old' && (
        <Notice kind="warning">
          <p>{t('mail.linkOld')}</p>
        </Notice>
      )}
      {outcome === null && (
        <form className="form" method="post">
          <p className="lead">{t(`mail.${kind}Lead`)}</p>
          <p className="form-actions">
            <button className="button button-primary" type="submit">
              {t(`mail.${kind}Button`)}
            </button>
          </p>
        </form>
      )}
    </div>
  );
}
