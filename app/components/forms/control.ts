/** A field of a form, which keeps its own text. */
export type Control = HTMLTextAreaElement | HTMLInputElement | HTMLSelectElement;

/** The field of that id, if the page has one. */
export function controlOf(id: string): Control | null {
  const control = document.getElementById(id);
  const isOne =
    control instanceof HTMLTextAreaElement ||
    control instanceof HTMLInputElement ||
    control instanceof HTMLSelectElement;
  return isOne ? control : null;
}

/** The text area of that id, if the page has one. */
export function areaOf(id: string): HTMLTextAreaElement | null {
  const control = controlOf(id);
  return control instanceof HTMLTextAreaElement ? control : null;
}

/** Puts a text in a field as if it had been typed or chosen: whoever listens to the field hears of it. */
export function writeInto(control: Control, text: string): void {
  // React notices a change only past the setter that it put on the element itself.
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(control) as object, 'value')?.set?.call(control, text);
  control.dispatchEvent(new Event('input', { bubbles: true }));
  if (control instanceof HTMLSelectElement) control.dispatchEvent(new Event('change', { bubbles: true }));
}
