import type { z } from 'zod';
import { fault, WHOLE_FORM, type Fault, type Faults, type Typed } from './faults.ts';
import { readForm } from './read-form.server.ts';

export type ParsedForm<Output, Intent extends string = never> = { typed: Typed; intent: Intent } & (
  { ok: true; value: Output } | { ok: false; faults: Faults }
);

/** Fields that never go back to the browser. */
const SECRETS: ReadonlySet<string> = new Set(['password', 'current', 'next']);

const CATALOGUE_KEY = /^faults\.\w+$/;

/**
 * Reads the form that `request` carries and checks it against `schema`, a strict object of flat text fields whose messages
 * are keys of the catalogue. Whatever is sent, the answer is one of two: the schema's output, or the faults by field with
 * everything that was typed, passwords excepted.
 *
 * `intents` names the buttons of a form that has several (`<button name="intent" value="…">`): the one pressed comes back as
 * `intent`, the first of them when none was.
 *
 * Throws a DomainError (`bad-request`) when the body is no form at all.
 */
export async function parseForm<Schema extends z.ZodObject, const Intent extends string = never>(
  request: Request,
  schema: Schema,
  options: { intents?: readonly [Intent, ...Intent[]] } = {},
): Promise<ParsedForm<z.output<Schema>, Intent>> {
  const { intents } = options;
  const form = await readForm(request, new Set(Object.keys(schema.shape)), intents !== undefined);
  const typed = Object.fromEntries([...form.values].filter(([name]) => !SECRETS.has(name)));
  const chosen = intents?.find((name) => name === form.intent) ?? intents?.[0];
  const head = { typed, intent: chosen as Intent };

  const faults = { ...form.faults };
  if (form.intent !== undefined && form.intent !== chosen) faults[WHOLE_FORM] = fault('faults.unexpectedField');
  const checked = schema.safeParse(Object.fromEntries(form.values));
  if (checked.success && Object.keys(faults).length === 0) return { ...head, ok: true, value: checked.data };
  return { ...head, ok: false, faults: { ...faultsOf(checked.error?.issues ?? []), ...faults } };
}

/** The first fault of each field, in the order in which the schema found them. */
function faultsOf(issues: readonly z.core.$ZodIssue[]): Record<string, Fault> {
  const faults: Record<string, Fault> = {};
  for (const issue of issues) faults[String(issue.path[0] ?? WHOLE_FORM)] ??= faultOf(issue);
  return faults;
}

/** A schema says what is wrong by a catalogue key; where zod speaks for itself (a field that was not sent) so do we. */
function faultOf(issue: z.core.$ZodIssue): Fault {
  if (!CATALOGUE_KEY.test(issue.message)) return fault('faults.malformed');
  if (issue.code === 'too_big') return fault(issue.message, { max: Number(issue.maximum) });
  if (issue.code === 'too_small') return fault(issue.message, { min: Number(issue.minimum) });
  return fault(issue.message, issue.code === 'custom' ? (issue.params as Fault['values'] | undefined) : {});
}
