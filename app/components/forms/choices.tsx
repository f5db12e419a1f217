import type { ReactNode } from 'react';
import { FieldFrame, FieldNotes, notesOf } from './field.tsx';
import { useKeptField } from './kept-form.tsx';

export type Choice = { value: string; label: string; hint?: ReactNode };

type RadioGroupProps = {
  name: string;
  legend: string;
  hint?: ReactNode;
  choices: readonly Choice[];
  /** False where a choice must be made, since none is harmless. */
  isPreset?: boolean;
};

/** One of a few, all in sight. The first choice is chosen unless the form keeps another, or none is preset. */
export function RadioGroup({ name, legend, hint, choices, isPreset = true }: RadioGroupProps) {
  const field = useKeptField(name);
  const preset = isPreset ? choices[0]?.value : undefined;
  const chosen = choices.some((choice) => choice.value === field.text) ? field.text : preset;
  return (
    <fieldset className={field.fault ? 'field has-fault' : 'field'} {...notesOf(field, hint)} aria-invalid={undefined}>
      <legend className="field-label">{legend}</legend>
      <FieldNotes field={field} hint={hint} />
      {choices.map((choice, index) => {
        // The summary's link leads to the field's own id: the first choice bears it.
        const id = index === 0 ? field.id : `${field.id}-${choice.value}`;
        return (
          <div className="choice" key={choice.value}>
            <input
              type="radio"
              id={id}
              name={name}
              value={choice.value}
              defaultChecked={choice.value === chosen}
              aria-describedby={choice.hint === undefined ? undefined : `${id}-note`}
            />
            <label htmlFor={id}>{choice.label}</label>
            {choice.hint !== undefined && (
              <p className="field-hint" id={`${id}-note`}>
                {choice.hint}
              </p>
            )}
          </div>
        );
      })}
    </fieldset>
  );
}

type SelectProps = {
  name: string;
  label: string;
  hint?: ReactNode;
  /** Shown first, for a field that has no default. */
  placeholder?: string;
  groups: readonly { label?: string; choices: readonly Choice[] }[];
  /** What stands between its notes and the list itself. */
  tools?: ReactNode;
};

/** One of many. */
export function Select({ name, label, hint, placeholder, groups, tools }: SelectProps) {
  const field = useKeptField(name);
  return (
    <FieldFrame field={field} label={label} hint={hint}>
      {tools}
      <select className="input select" id={field.id} name={name} defaultValue={field.text} {...notesOf(field, hint)}>
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {groups.map((group) =>
          group.label === undefined ? (
            group.choices.map(option)
          ) : (
            <optgroup key={group.label} label={group.label}>
              {group.choices.map(option)}
            </optgroup>
          ),
        )}
      </select>
    </FieldFrame>
  );
}

function option({ value, label }: Choice) {
  return (
    <option key={value} value={value}>
      {label}
    </option>
  );
}

/** Yes or no; sends "on" for yes and nothing for no. */
export function Checkbox({ name, label, hint }: { name: string; label: string; hint?: ReactNode }) {
  const field = useKeptField(name);
  return (
    <div className="field choice">
      <input
        type="checkbox"
        id={field.id}
        name={name}
        value="on"
        defaultChecked={field.text === 'on'}
        {...notesOf(field, hint)}
      />
      <label htmlFor={field.id}>{label}</label>
      <FieldNotes field={field} hint={hint} />
    </div>
  );
}
