/** Fields that have been made comboboxes. */
const known = new WeakSet<HTMLInputElement>();

/**
 * Makes a search field with `data-suggest` (the address to ask) a combobox when it is first gone to: topics, threads and words as
 * one types. The script for that comes then; the form around the field stays what it is without.
 */
export function watchSuggestions(): void {
  document.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.dataset['suggest'] === undefined || known.has(target)) return;
    known.add(target);
    // Where it cannot be had it is asked for again when one comes back.
    begin(target, target.dataset['suggest']).catch(() => known.delete(target));
  });
}

async function begin(field: HTMLInputElement, address: string): Promise<void> {
  const { value } = field;
  const { suggestIn } = await import('./suggest-in.ts');
  suggestIn(field, address);
  // What was typed while that script was on its way.
  if (field.value !== value) field.dispatchEvent(new Event('input'));
}
