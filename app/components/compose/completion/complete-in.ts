import { optionList, type Offer } from '#app/components/suggestions/option-list.ts';
import type { Language } from '#app/i18n/languages.ts';
import { changeText } from '../toolbar/change-text.ts';
import { placeOf } from './caret-place.ts';
import { offersFor } from './offers.ts';
import { triggerAt, type Trigger } from './trigger.ts';

type Options = {
  language: Language;
  /** What the list is called, by what it completes. */
  names: Readonly<Record<Trigger['kind'], string>>;
  said: (count: number) => string;
  signal: AbortSignal;
};

/**
 * Offers names and topics under the caret of a text area, in `box`: arrows go through them, Enter takes one, Escape closes the list until
 * another sign is typed. The area stays a text field that describes its active option: a text of many lines can be no combobox.
 */
export function completeIn(area: HTMLTextAreaElement, box: HTMLElement, options: Options): void {
  const { language, names, said, signal } = options;
  const list = optionList(area, box, take);
  let at: Trigger | null = null;
  /** The place of a sign that is done with: taken, or closed by Escape. */
  let doneWith = -1;

  area.addEventListener('input', () => void update(), { signal });
  area.addEventListener('click', () => void update(), { signal });
  area.addEventListener('blur', list.hide, { signal });
  area.addEventListener('keydown', onKey, { signal });
  // What was typed while this script was on its way.
  void update();

  async function update(): Promise<void> {
    const caret = area.selectionStart === area.selectionEnd ? area.selectionStart : -1;
    const found = caret === -1 ? null : triggerAt(area.value, caret);
    if (found?.from !== doneWith) doneWith = -1;
    at = found;
    if (found && found.from !== doneWith) await offer(found);
    else list.hide();
  }

  async function offer(found: Trigger): Promise<void> {
    const offers = await offersFor(found, language);
    // Who has written on meanwhile has asked again.
    if (at !== found || document.activeElement !== area) return;
    if (offers.length === 0) {
      list.hide();
      return;
    }
    list.show({ name: names[found.kind], said: said(offers.length), offers });
    list.step(1);
    standUnder(found.from);
  }

  function onKey(event: KeyboardEvent): void {
    if (!list.isOpen() || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const offer = list.active();
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') list.step(event.key === 'ArrowDown' ? 1 : -1);
    else if (event.key === 'Enter' && offer) take(offer);
    else if (event.key === 'Escape') finish();
    else {
      // What moves the caret away from the sign.
      if (/^(?:Arrow|Home|End|Page)/.test(event.key)) list.hide();
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  function take({ text, url }: Offer): void {
    if (!at) return;
    const { from, typed } = at;
    finish();
    const insert = url === null ? `@${text} ` : `[${text}](${location.origin}${url}) `;
    const end = from + insert.length;
    changeText(area, { from, to: from + 1 + typed.length, insert, start: end, end });
  }

  function finish(): void {
    doneWith = at?.from ?? -1;
    list.hide();
  }

  /** Under the line that is being written, or over it where the window ends. */
  function standUnder(index: number): void {
    const shown = box.querySelector('ul');
    if (!shown) return;
    const [place, around] = [placeOf(area, index), box.getBoundingClientRect()];
    const below = place.top + place.height;
    const isRoom = below + shown.offsetHeight < (visualViewport?.height ?? innerHeight);
    const top = isRoom ? below : place.top - shown.offsetHeight;
    const left = Math.min(place.left, around.right - shown.offsetWidth);
    box.style.setProperty('--top', `${top - around.top}px`);
    box.style.setProperty('--left', `${Math.max(0, left - around.left)}px`);
  }
}
