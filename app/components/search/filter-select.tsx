type Option = { slug: string; name: string };

type Props = {
  name: string;
  label: string;
  /** The words for no choice, and for one more where several are chosen. */
  any: string;
  another: string;
  chosen: readonly string[];
  groups: readonly { label?: string; options: readonly Option[] }[];
};

/** A filter of the search. One choice stands in the field; several are kept, and the field offers one more. */
export function FilterSelect({ name, label, any, another, chosen, groups }: Props) {
  const [first = ''] = chosen;
  const hasSeveral = chosen.length > 1;
  return (
    <label>
      {label}
      {hasSeveral && chosen.map((slug) => <input key={slug} type="hidden" name={name} value={slug} />)}
      <select className="input select" name={name} defaultValue={hasSeveral ? '' : first} key={chosen.join()}>
        <option value="">{hasSeveral ? another : any}</option>
        {groups.map((group) =>
          group.label === undefined ? (
            group.options.map(option)
          ) : (
            <optgroup key={group.label} label={group.label}>
              {group.options.map(option)}
            </optgroup>
          ),
        )}
      </select>
    </label>
  );
}

function option({ slug, name }: Option) {
  return (
    <option key={slug} value={slug}>
      {name}
    </option>
  );
}
