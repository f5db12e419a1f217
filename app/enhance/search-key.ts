import { areKeysOn, hasModifier, isWriting } from './is-writing.ts';

/** Lets `/` jump to the search field, unless somebody is writing. */
export function watchSearchKey(): void {
  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || !areKeysOn() || hasModifier(event) || isWriting(event.target)) return;
    const field = document.querySelector<HTMLInputElement>('[data-search-field]');
    if (!field?.checkVisibility()) return;
    event.preventDefault();
    field.focus();
    field.select();
  });
}
