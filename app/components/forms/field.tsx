import type { ReactNode } from 'react';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import { FaultMessage } from './fault-message.tsx';
import { useKeptField, type KeptField } from './kept-form.tsx';

type FieldFrameProps = { field: KeptField; label: string; hint?: ReactNode; optional?: boolean; children: ReactNode };

/** A field's label, hint and fault, in this order, above its control. */
export function FieldFrame({ field, label, hint, optional = false, children }: FieldFrameProps) {
  const { t } = useTranslation();
  return (
    <div className={field.fault ? 'field has-fault' : 'field'}>
      <label className="field-label" htmlFor={field.id}>
        {label}
        {optional && <span className="field-optional"> {t('forms.optional')}</span>}
      </label>
      <FieldNotes field={field} hint={hint} />
      {children}
    </div>
  );
}

export function FieldNotes({ field, hint }: { field: KeptField; hint?: ReactNode }) {
  const { t } = useTranslation();
  return (
    <>
      {hint !== undefined && (
        <p className="field-hint" id={`${field.id}-hint`}>
          {hint}
        </p>
      )}
      {field.fault && (
        <p className="field-fault" id={`${field.id}-fault`}>
          <span className="visually-hidden">{t('forms.faultPrefix')} </span>
          <FaultMessage fault={field.fault} />
        </p>
      )}
    </>
  );
}

/** What ties a control to its notes. */
export function notesOf(field: KeptField, hint: ReactNode, more?: string) {
  const ids = [field.fault && `${field.id}-fault`, hint !== undefined && `${field.id}-hint`, more].filter(
    (id) => typeof id === 'string',
  );
  return {
    'aria-describedby': ids.length > 0 ? ids.join(' ') : undefined,
    'aria-invalid': field.fault ? true : undefined,
  };
}

type TextFieldProps = {
  name: string;
  label: string;
  hint?: ReactNode;
  optional?: boolean;
  type?: 'text' | 'email' | 'password';
  autoComplete?: string;
  /** Which keys a phone shows. */
  inputMode?: 'numeric';
  /** The id of a <datalist> with suggestions. */
  list?: string;
  lang?: string | undefined;
};

/** One line of text. A password starts empty, whatever was typed before. */
export function TextField({ name, label, hint, optional = false, type = 'text', ...input }: TextFieldProps) {
  const field = useKeptField(name);
  return (
    <FieldFrame field={field} label={label} hint={hint} optional={optional}>
      <input
        {...input}
        {...notesOf(field, hint)}
        className="input"
        id={field.id}
        name={name}
        type={type}
        defaultValue={type === 'password' ? undefined : field.text}
        required={!optional}
        spellCheck={input.autoComplete === undefined}
      />
    </FieldFrame>
  );
}
