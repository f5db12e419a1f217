import { useEffect, useRef, useState } from 'react';
import { controlOf, writeInto } from '#app/components/forms/control.ts';
import { SubmitButton } from '#app/components/forms/submit-button.tsx';
import { fieldId, useKeptField, useKeptScope } from '#app/components/forms/kept-form.tsx';
import { useHydrated } from '#app/components/forms/use-hydrated.ts';
import { readKeys, writeKeys, type FieldFinding } from '#app/domain/privacy/identifying/finding-keys.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import type { LastLook, LookedOver } from '../compose-answer.ts';
import { Detail } from './detail.tsx';
import { useDetails } from './use-details.ts';

const SHOWN = 8;
const NO_NAMES: readonly string[] = [];

type Change = { id: string; before: string; after: string; found: string; broader: string };

type IdentifyingDetailsProps = {
  fields: readonly string[];
  answer: LookedOver | undefined;
  /** Names that are nobody's. */
  allow?: readonly string[];
  /** What the button says that sends the form all the same. */
  asItStands: string;
};

/**
 * Words of the fields that may point to somebody, each with wider words to take or to leave. Where scripts run it comes as one
 * writes; without them, and once for what is still there when the form is sent, the server brings it. It forbids nothing.
 */
export function IdentifyingDetails({ fields, answer, allow = NO_NAMES, asItStands }: IdentifyingDetailsProps) {
  const { t } = useTranslation();
  const hydrated = useHydrated();
  const scope = useKeptScope();
  const { text: seen } = useKeptField('seen');
  const { text: leftBefore } = useKeptField('left');
  const look = answer?.look;
  const live = useDetails(fields, allow);
  const [leftHere, setLeftHere] = useState<ReadonlySet<string>>(new Set());
  const [change, setChange] = useState<Change | null>(null);
  const section = useRef<HTMLElement>(null);
  const left = new Set([...readKeys(leftBefore), ...leftHere]);
  const finds = (live ?? look?.finds ?? []).filter(({ key }) => !left.has(key));
  // What was pressed goes away with each of these, and must not take the focus with it.
  const take = ({ field, start, end, text, broader }: FieldFinding): void => {
    const id = fieldId(field, scope);
    const control = controlOf(id);
    const before = control?.value ?? '';
    // Somebody may have typed on since the list was made.
    if (!control || before.slice(start, end) !== text) return;
    const after = before.slice(0, start) + broader + before.slice(end);
    writeInto(control, after);
    setChange({ id, before, after, found: text, broader });
    section.current?.focus();
  };
  const leave = ({ key, field }: FieldFinding): void => {
    setLeftHere(new Set([...leftHere, key]));
    const staysShown = finds.length > 1 || change !== null || look !== undefined;
    (staysShown ? section.current : controlOf(fieldId(field, scope)))?.focus();
  };
  const undo = ({ id, before, after }: Change): void => {
    const control = controlOf(id);
    if (control?.value === after) writeInto(control, before);
    setChange(null);
    control?.focus();
  };

  const isShown = finds.length > 0 || change !== null || look !== undefined;

  // Without scripts the attribute `autofocus` does the same as the page loads.
  useEffect(() => {
    if (look) section.current?.focus();
  }, [look]);

  return (
    <>
      <input type="hidden" name="seen" value={seen} />
      <input type="hidden" name="left" value={writeKeys(left)} />
      <p className="visually-hidden" role="status">
        {change && `${t('identifying.taken', change)} `}
        {finds.length > 0 && t('identifying.said', { count: finds.length })}
      </p>
      {isShown && (
        <section
          className="details"
          aria-labelledby="details-heading"
          tabIndex={-1}
          ref={section}
          // eslint-disable-next-line jsx-a11y/no-autofocus -- the form has come back because of it
          autoFocus={look !== undefined}
        >
          <h2 id="details-heading">{t('identifying.title')}</h2>
          <p className="field-hint">{t(look ? 'identifying.lastLook' : 'identifying.lead')}</p>
          {change && (
            <p className="details-done">
              {t('identifying.taken', change)}{' '}
              <button type="button" className="button button-quiet" onClick={() => undo(change)}>
                {t('identifying.undo')}
              </button>
            </p>
          )}
          {finds.length > 0 && (
            <ul>
              {finds.slice(0, SHOWN).map((find) => (
                <Detail
                  key={`${find.field} ${find.start}`}
                  find={find}
                  onTake={hydrated ? () => take(find) : null}
                  onLeave={hydrated ? () => leave(find) : null}
                />
              ))}
            </ul>
          )}
          {finds.length > SHOWN && (
            <p className="field-hint">{t('identifying.more', { count: finds.length - SHOWN })}</p>
          )}
          {look && <Earlier look={look} />}
          {look && (
            <p className="form-actions">
              <SubmitButton intent="publish" outlined>
                {asItStands}
              </SubmitButton>
            </p>
          )}
        </section>
      )}
    </>
  );
}

/** What one has told before in the same place: harmless by itself, and adding up. */
function Earlier({ look: { earlier } }: { look: LastLook }) {
  const { t } = useTranslation();
  if (earlier.length === 0) return null;
  return (
    <div className="details-earlier">
      <h3>{t('identifying.earlierTitle')}</h3>
      <p className="field-hint">{t('identifying.earlierHint')}</p>
      <ul>
        {earlier.map(({ kind, text }) => (
          <li key={`${kind} ${text}`}>
            {t(`identifying.why.${kind}`)}: <span dir="auto">{text}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
