import { makeCombobox } from '#app/components/suggestions/combobox.ts';
import { suggestionAsker } from './ask-suggestions.ts';

/** Offers in the place beside a search field what `address` answers: an offer with an address leads there, another is searched for. */
export function suggestIn(field: HTMLInputElement, address: string): void {
  const box = field.parentElement?.querySelector<HTMLElement>('[data-suggestions]');
  if (!box) return;
  makeCombobox(field, box, {
    source: (show) => suggestionAsker(address, show),
    choose({ url, text }) {
      if (url !== null) {
        location.assign(url);
        return;
      }
      field.value = text;
      field.form?.requestSubmit();
    },
  });
}
