type Props = {
  name: string;
  label: string;
  /** What stands for no choice. */
  all: string;
  chosen: string | undefined;
  choices: readonly { value: string; label: string }[];
};

/** One way to see less of the queue. */
export function QueueFilter({ name, label, all, chosen, choices }: Props) {
  const id = `filter-${name}`;
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <select className="input select" id={id} name={name} defaultValue={chosen ?? ''}>
        <option value="">{all}</option>
        {choices.map(({ value, label: words }) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}
