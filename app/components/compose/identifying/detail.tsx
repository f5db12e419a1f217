import type { FieldFinding } from '#app/domain/privacy/identifying/finding-keys.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';

type DetailProps = {
  find: FieldFinding;
  /** What a script does when a button is pressed; where none runs, the buttons are sent with the form. */
  onTake: (() => void) | null;
  onLeave: (() => void) | null;
};

/** One find: what it may be, where it stands, and what can be done about it. */
export function Detail({ find, onTake, onLeave }: DetailProps) {
  const { t } = useTranslation();
  const { kind, text: found, broader, before, after, key } = find;
  const pressed = (name: string, run: (() => void) | null) =>
    run === null ? { type: 'submit' as const, name, value: key } : { type: 'button' as const, onClick: run };
  return (
    <li>
      <p>
        <b>{t(`identifying.why.${kind}`)}:</b>{' '}
        <span dir="auto">
          {before}
          <mark>{found}</mark>
          {after}
        </span>
      </p>
      <p className="details-choices">
        <button
          className="button button-quiet"
          aria-label={t('identifying.takeFor', { broader, found })}
          {...pressed('take', onTake)}
        >
          {t('identifying.take', { broader })}
        </button>
        <button
          className="button button-quiet"
          aria-label={t('identifying.leaveFor', { found })}
          {...pressed('leave', onLeave)}
        >
          {t('identifying.leave')}
        </button>
      </p>
    </li>
  );
}
