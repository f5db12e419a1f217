import { FieldFrame, notesOf } from '../../forms/field.tsx';
import { useKeptField } from '../../forms/kept-form.tsx';

type Props = { name: string; label: string; hint: string };

/** A day, as the browser lets one choose it. */
export function DayField({ name, label, hint }: Props) {
  const field = useKeptField(name);
  return (
    <FieldFrame field={field} label={label} hint={hint}>
      <input
        {...notesOf(field, hint)}
        className="input input-day"
        id={field.id}
        name={name}
        type="date"
        defaultValue={field.text}
        required
      />
    </FieldFrame>
  );
}
