import { data } from '@remix-run/node';
import type { CurrentText } from '#app/components/editing/edit-answer.ts';
import { fault, WHOLE_FORM, type Typed } from '#app/platform/forms/faults.ts';

/**
 * Somebody changed the post while this edit was being written. Their text comes along to be compared; one's own stays in the
 * form, which now begins from their version: sent again, it takes its place knowingly.
 */
export function staleAnswer(typed: Typed, current: CurrentText & { version: number }) {
  const kept = { ...typed, version: String(current.version) };
  const theirs: CurrentText = { body: current.body, opening: current.opening };
  return data({ typed: kept, faults: { [WHOLE_FORM]: fault('faults.stale') }, preview: null, theirs }, { status: 409 });
}
