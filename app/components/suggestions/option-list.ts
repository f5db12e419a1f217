import type { Suggestions } from './suggestions.ts';

export type Offer = Suggestions['offers'][number];

/**
 * The list under a field, as the combobox of the ARIA Authoring Practices has it, and a line that is read out and not seen. Both
 * are put into `box`, which the page keeps for them; the field is told of the list and of its active option. Texts are put in as
 * texts: nothing of them is ever markup.
 */
export function optionList(field: HTMLElement, box: HTMLElement, choose: (offer: Offer) => void) {
  const id = `${field.id}-suggestions`;
  const list = document.createElement('ul');
  list.id = id;
  list.className = 'suggestions';
  list.hidden = true;
  list.setAttribute('role', 'listbox');
  const said = document.createElement('p');
  said.className = 'visually-hidden';
  said.setAttribute('role', 'status');
  box.append(list, said);
  field.setAttribute('aria-autocomplete', 'list');
  field.setAttribute('aria-controls', id);

  let offers: readonly Offer[] = [];
  let active = -1;
  const options = () => [...list.children];

  function activate(at: number): void {
    active = at;
    for (const [index, option] of options().entries()) option.setAttribute('aria-selected', String(index === at));
    const option = options()[at];
    option?.scrollIntoView({ block: 'nearest' });
    if (option) field.setAttribute('aria-activedescendant', option.id);
    else field.removeAttribute('aria-activedescendant');
  }

  // The field keeps the focus, so that it is not left by a press on its own list.
  list.addEventListener('mousedown', (event) => event.preventDefault());
  list.addEventListener('click', (event) => {
    const at = options().findIndex((option) => event.target instanceof Node && option.contains(event.target));
    const offer = offers[at];
    if (offer) choose(offer);
  });

  return {
    isOpen: () => !list.hidden,
    active: () => offers[active],
    show(suggestions: Suggestions): void {
      offers = suggestions.offers;
      list.setAttribute('aria-label', suggestions.name);
      list.replaceChildren(...offers.map((offer, at) => optionOf(offer, `${id}-${at}`)));
      list.hidden = offers.length === 0;
      said.textContent = suggestions.said;
      activate(-1);
    },
    hide(): void {
      list.hidden = true;
      said.textContent = '';
      activate(-1);
    },
    /** One further on, or back, and round by way of the field. */
    step: (by: 1 | -1): void => activate(((active + 1 + by + offers.length + 1) % (offers.length + 1)) - 1),
  };
}

function optionOf({ kind, text, note, lang }: Offer, id: string): HTMLElement {
  const option = document.createElement('li');
  option.id = id;
  option.setAttribute('role', 'option');
  option.setAttribute('aria-selected', 'false');
  const words = span('suggestion-text', text);
  if (lang !== null) words.lang = lang;
  option.append(words);
  if (note !== null) option.append(' ', span('suggestion-note', note));
  if (kind !== '') option.append(' ', span('suggestion-kind', kind));
  return option;
}

function span(className: string, text: string): HTMLElement {
  const element = document.createElement('span');
  element.className = className;
  element.textContent = text;
  return element;
}
