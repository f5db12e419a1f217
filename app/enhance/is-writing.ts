/** Whether a key that is pressed there is part of a text. */
export function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));
}

/** Keys that are pressed together with these mean something to the browser. */
export function hasModifier(event: KeyboardEvent): boolean {
  return event.ctrlKey || event.metaKey || event.altKey;
}

/** Whether single keys may do something: members can turn them off, and then the page says so. */
export function areKeysOn(): boolean {
  return document.documentElement.dataset['shortcuts'] !== 'off';
}
