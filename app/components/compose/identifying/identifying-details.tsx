import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeptFieldIds } from '#app/components/forms/kept-form.tsx';
import { fieldOf, useDetails, type FieldFinding } from './use-details.ts';

const SHOWN = 8;
const CONTEXT = 28;

type Change = { fieldId: string; before: string; after: string; found: string; broader: string };

/** Words of the fields that may point to somebody, each with wider words to take or to leave. It comes as one writes and holds up nothing. */
export function IdentifyingDetails({ fields }: { fields: readonly string[] }) {
  const { t } = useTranslation();
  const all = useDetails(useKeptFieldIds(fields));
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [change, setChange] = useState<Change | null>(null);
  const finds = all.filter(({ text }) => !left.has(text));
  const take = ({ fieldId, start, end, text, broader }: FieldFinding): void => {
    const before = fieldOf(fieldId)?.value ?? '';
    // Somebody may have typed on since the list was made.
    if (before.slice(start, end) !== text) return;
    const after = before.slice(0, start) + broader + before.slice(end);
    write(fieldId, after);
    setChange({ fieldId, before, after, found: text, broader });
  };
  const undo = ({ fieldId, before, after }: Change): void => {
    if (fieldOf(fieldId)?.value === after) write(fieldId, before);
    setChange(null);
  };
  return (
    <>
      <p className="visually-hidden" role="status">
        {finds.length > 0 && t('identifying.said', { count: finds.length })}
      </p>
      {(finds.length > 0 || change) && (
        <section className="details" aria-labelledby="details-heading">
          <h2 id="details-heading">{t('identifying.title')}</h2>
          <p className="field-hint">{t('identifying.lead')}</p>
          {change && (
            <p className="details-done">
              {t('identifying.taken', change)}{' '}
              <button type="button" className="button button-quiet" onClick={() => undo(change)}>
                {t('identifying.undo')}
              </button>
            </p>
          )}
          <ul>
            {finds.slice(0, SHOWN).map((find) => (
              <Detail
                key={`${find.fieldId} ${find.start}`}
                find={find}
                onTake={() => take(find)}
                onLeave={() => setLeft(new Set([...left, find.text]))}
              />
            ))}
          </ul>
          {finds.length > SHOWN && (
            <p className="field-hint">{t('identifying.more', { count: finds.length - SHOWN })}</p>
          )}
        </section>
      )}
    </>
  );
}

type DetailProps = { find: FieldFinding; onTake: () => void; onLeave: () => void };

function Detail({ find, onTake, onLeave }: DetailProps) {
  const { t } = useTranslation();
  const { kind, start, end, text: found, broader, fieldId } = find;
  const whole = fieldOf(fieldId)?.value ?? '';
  return (
    <li>
      <p>
        <b>{t(`identifying.why.${kind}`)}</b>{' '}
        <span dir="auto">
          …{whole.slice(Math.max(0, start - CONTEXT), start)}
          <mark>{found}</mark>
          {whole.slice(end, end + CONTEXT)}…
        </span>
      </p>
      <p className="details-choices">
        <button
          type="button"
          className="button button-quiet"
          aria-label={t('identifying.takeFor', { broader, found })}
          onClick={onTake}
        >
          {t('identifying.take', { broader })}
        </button>
        <button
          type="button"
          className="button button-quiet"
          aria-label={t('identifying.leaveFor', { found })}
          onClick={onLeave}
        >
          {t('identifying.leave')}
        </button>
      </p>
    </li>
  );
}

/** As if it had been typed: the field's counter, its preview and this list hear of it. */
function write(fieldId: string, text: string): void {
  const field = fieldOf(fieldId);
  if (!field) return;
  const own = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype;
  // React notices a change only past the setter that it put on the element itself.
  Object.getOwnPropertyDescriptor(own, 'value')?.set?.call(field, text);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
