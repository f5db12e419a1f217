import { makeCombobox } from '#app/components/suggestions/combobox.ts';
import { suggestionAsker } from './ask-suggestions.ts';

/** Fields that have been made comboboxes. */
const known = new WeakSet<HTMLInputElement>();

/**
 * Makes a search field with `data-suggest` (the address to ask) a combobox when it is first gone to: topics, threads and words as
 * one types. The form around it stays what it is without.
 */
export function watchSuggestions(): void {
  document.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.dataset['suggest'] === undefined || known.has(target)) return;
    const address = target.dataset['suggest'];
    const box = target.parentElement?.querySelector<HTMLElement>('[data-suggestions]');
    if (!box) return;
    known.add(target);
    makeCombobox(target, box, {
      source: (show) => suggestionAsker(address, show),
      choose({ url, text }) {
        if (url !== null) {
          location.assign(url);
          return;
        }
        target.value = text;
        target.form?.requestSubmit();
      },
    });
  });
}
