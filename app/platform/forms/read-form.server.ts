import { DomainError } from '../errors.ts';
import { fault, WHOLE_FORM, type Faults } from './faults.ts';

/** The button that was pressed, for forms with several; not a field of their schemas. */
const INTENT = 'intent';

export type ReadForm = { values: Map<string, string>; intent: string | undefined; faults: Faults };

/**
 * The fields of a form that has been sent, each a text with LF line ends (browsers send CRLF, their counters count one).
 * A field that is not in `fields`, comes twice or is a file is left out and makes the form faulty: no page of ours sends one.
 *
 * Throws a DomainError (`bad-request`) when the body is no form at all.
 */
export async function readForm(request: Request, fields: ReadonlySet<string>, withIntent: boolean): Promise<ReadForm> {
  const values = new Map<string, string>();
  let odd = false;
  for (const [name, value] of await formDataOf(request)) {
    const expected = fields.has(name) || (withIntent && name === INTENT);
    if (!expected || typeof value !== 'string' || values.has(name)) odd = true;
    else values.set(name, value.replace(/\r\n?/g, '\n'));
  }
  const intent = withIntent ? values.get(INTENT) : undefined;
  if (withIntent) values.delete(INTENT);
  return { values, intent, faults: odd ? { [WHOLE_FORM]: fault('faults.unexpectedField') } : {} };
}

async function formDataOf(request: Request): Promise<FormData> {
  try {
    return await request.formData();
  } catch {
    throw new DomainError('bad-request', 'The body is not a form');
  }
}
