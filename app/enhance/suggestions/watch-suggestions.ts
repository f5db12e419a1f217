import { suggestionAsker } from './ask-suggestions.ts';
import { optionList, type Offer } from './option-list.ts';

/** Fields that have been made comboboxes. */
const known = new WeakSet<HTMLInputElement>();

/**
 * Makes a search field with `data-suggest` (the address to ask) a combobox when it is first gone to: topics, threads and words as
 * one types. The form around it stays what it is without.
 */
export function watchSuggestions(): void {
  document.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.dataset['suggest'] === undefined || known.has(target)) return;
    const box = target.parentElement?.querySelector<HTMLElement>('[data-suggestions]');
    if (!box) return;
    known.add(target);
    makeCombobox(target, box, target.dataset['suggest']);
  });
}

function makeCombobox(field: HTMLInputElement, box: HTMLElement, address: string): void {
  const listId = `${field.id}-suggestions`;
  const list = optionList(box, listId, choose);
  const asker = suggestionAsker(address, (suggestions) => {
    if (suggestions === null || document.activeElement !== field) close();
    else {
      list.show(suggestions);
      describe(null);
    }
  });

  field.setAttribute('role', 'combobox');
  field.setAttribute('aria-autocomplete', 'list');
  field.setAttribute('aria-controls', listId);
  describe(null);
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
      choose(offer);
    }
  });

  function move(event: KeyboardEvent, by: 1 | -1): void {
    event.preventDefault();
    if (list.isOpen()) describe(list.step(by));
    else asker.ask(field.value);
  }

  function choose(offer: Offer): void {
    close();
    if (offer.url !== null) {
      location.assign(offer.url);
      return;
    }
    field.value = offer.text;
    field.form?.requestSubmit();
  }

  function close(): void {
    asker.cancel();
    list.hide();
    describe(null);
  }

  function describe(activeId: string | null): void {
    field.setAttribute('aria-expanded', String(list.isOpen()));
    if (activeId === null) field.removeAttribute('aria-activedescendant');
    else field.setAttribute('aria-activedescendant', activeId);
  }
}
