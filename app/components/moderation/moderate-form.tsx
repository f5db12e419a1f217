import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { LIMITS } from '#app/domain/threads/limits.ts';

type Props = {
  /** Where the form goes: the moderate address of a post or of a thread. */
  action: string;
  intent: 'hide' | 'restore' | 'lock' | 'unlock';
};

/** One decision of a moderator with its reason, folded away. The page at `action` takes over when something is missing. */
export function ModerateForm({ action, intent }: Props) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <details className="moderate">
      <summary>{t(`moderation.${intent}`)}</summary>
      <form className="form" action={action} method="post">
        <input type="hidden" name="intent" value={intent} />
        <div className="field">
          <label className="field-label" htmlFor={id}>
            {t('moderation.reason')}
          </label>
          <p className="field-hint" id={`${id}-hint`}>
            {t('moderation.reasonHint')}
          </p>
          <input
            className="input"
            id={id}
            name="reason"
            required
            maxLength={LIMITS.reason}
            autoComplete="off"
            aria-describedby={`${id}-hint`}
          />
        </div>
        <div className="form-actions">
          <button className={intent === 'hide' ? 'button button-danger' : 'button button-primary'} type="submit">
            {t(`moderation.${intent}`)}
          </button>
        </div>
      </form>
    </details>
  );
}
