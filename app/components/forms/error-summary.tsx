import { useEffect, useRef } from 'react';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import type { Faults } from '#app/platform/forms/faults.ts';
import { FaultMessage } from './fault-message.tsx';
import { fieldId } from './kept-form.tsx';

type ErrorSummaryProps = { faults: Faults; order: readonly string[]; scope?: string | undefined };

/** What has to be mended before the form can be sent, with a way to each field. Takes the focus when it appears. */
export function ErrorSummary({ faults, order, scope }: ErrorSummaryProps) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const rank = (name: string) => order.indexOf(name);
  const names = Object.keys(faults).sort((a, b) => rank(a) - rank(b));

  // Without scripts the attribute `autofocus` moves the focus as the page loads; a page that changes in place needs this.
  useEffect(() => {
    if (Object.keys(faults).length > 0) box.current?.focus();
  }, [faults]);

  if (names.length === 0) return null;
  return (
    // eslint-disable-next-line jsx-a11y/no-autofocus -- this is the place where focus moving says what happened
    <div className="error-summary" role="alert" tabIndex={-1} ref={box} autoFocus aria-labelledby="error-summary-title">
      <h2 id="error-summary-title">{t('forms.summaryTitle')}</h2>
      <ul>
        {names.map((name) => (
          <li key={name}>
            <SummaryLine name={name} faults={faults} isField={order.includes(name)} scope={scope} />
          </li>
        ))}
      </ul>
    </div>
  );
}

type SummaryLineProps = { name: string; faults: Faults; isField: boolean; scope: string | undefined };

function SummaryLine({ name, faults, isField, scope }: SummaryLineProps) {
  const fault = faults[name];
  if (fault === undefined) return null;
  if (!isField) return <FaultMessage fault={fault} />;
  return (
    <a href={`#${fieldId(name, scope)}`}>
      <FaultMessage fault={fault} />
    </a>
  );
}
