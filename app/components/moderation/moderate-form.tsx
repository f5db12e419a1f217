import { useId } from 'react';
import { LIMITS } from '#app/domain/threads/limits.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import { moderateHint, moderateWords, type ModerateIntent } from './moderate-words.ts';

type Props = {
  /** Where the form goes: the moderate address of a post or of a thread. */
  action: string;
  intent: ModerateIntent;
};

/** One decision of a moderator with its reason, folded away. The page at `action` takes over when something is missing. */
export function ModerateForm({ action, intent }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const words = t(moderateWords(intent));
  return (
    <details className="moderate">
      <summary>{words}</summary>
      <form className="form" action={action} method="post">
        <input type="hidden" name="intent" value={intent} />
        <div className="field">
          <label className="field-label" htmlFor={id}>
            {t('moderation.reason')}
          </label>
          <p className="field-hint" id={`${id}-hint`}>
            {t(moderateHint(intent))}
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
            {words}
          </button>
        </div>
      </form>
    </details>
  );
}
