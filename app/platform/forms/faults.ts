/** What was typed into a form, by field, with LF line ends. Never holds a password. */
export type Typed = Readonly<Record<string, string>>;

/** What is wrong with a field: a key of the catalogue and what is filled into its message. */
export type Fault = Readonly<{ key: string; values: Readonly<Record<string, string | number>> }>;

/** The first fault of each field. What concerns the form as a whole stands under `WHOLE_FORM`. */
export type Faults = Readonly<Record<string, Fault>>;

export const WHOLE_FORM = 'form';

/** What a page is handed to show a form again: everything as it was typed, and what to mend. */
export type FormAnswer = Readonly<{ typed: Typed; faults: Faults }>;

export function fault(key: string, values: Fault['values'] = {}): Fault {
  return { key, values };
}
