import { optionList, type Offer } from './option-list.ts';
import type { Suggestions } from './suggestions.ts';

/** Where suggestions for a text come from: at once or later, and null where there are none to show. */
export type SuggestionSource = (show: (suggestions: Suggestions | null) => void) => {
  ask: (text: string) => void;
  cancel: () => void;
};

type Options = {
  source: SuggestionSource;
  choose: (offer: Offer) => void;
  /** Whether the best of them is chosen by Enter alone, where the field has no other use for it. */
  isFirstActive?: boolean;
};

/** Makes a field the combobox of the ARIA Authoring Practices, with its list in `box`. The form around it stays what it is. */
export function makeCombobox(field: HTMLInputElement, box: HTMLElement, options: Options): void {
  const { source, choose, isFirstActive = false } = options;
  const list = optionList(field, box, take);
  const asker = source((suggestions) => {
    if (suggestions === null || document.activeElement !== field) close();
    else {
      list.show(suggestions);
      if (isFirstActive && list.isOpen()) list.step(1);
      tellIfOpen();
    }
  });

  field.setAttribute('role', 'combobox');
  tellIfOpen();
  field.addEventListener('input', () => asker.ask(field.value));
  field.addEventListener('blur', close);
  field.form?.addEventListener('submit', close);
  field.addEventListener('keydown', (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') move(event, event.key === 'ArrowDown' ? 1 : -1);
    else if (event.key === 'Escape' && list.isOpen()) {
      // The first press closes the list, the next one empties the field as ever.
      event.preventDefault();
      close();
    } else if (event.key === 'Enter') {
      const offer = list.active();
      if (!list.isOpen() || offer === undefined) return;
      event.preventDefault();
      take(offer);
    }
  });

  function move(event: KeyboardEvent, by: 1 | -1): void {
    event.preventDefault();
    if (list.isOpen()) list.step(by);
    else asker.ask(field.value);
  }

  function take(offer: Offer): void {
    close();
    choose(offer);
  }

  function close(): void {
    asker.cancel();
    list.hide();
    tellIfOpen();
  }

  function tellIfOpen(): void {
    field.setAttribute('aria-expanded', String(list.isOpen()));
  }
}
