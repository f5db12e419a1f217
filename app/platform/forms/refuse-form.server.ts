import { data } from '@remix-run/node';
import { DomainError, type ErrorCode } from '../errors.ts';
import { orUnavailable } from '../when-unavailable.server.ts';
import { fault, WHOLE_FORM, type Fault, type Faults, type FormAnswer, type Typed } from './faults.ts';

/** Why a form comes back although nothing in it is wrong: by what a DomainError says of the moment. */
const FAULT_OF_CODE: Partial<Record<ErrorCode, string>> = {
  conflict: 'faults.conflict',
  'too-many': 'faults.tooMany',
  unavailable: 'faults.unavailable',
};

type Refused = ReturnType<typeof data<FormAnswer & { preview: null }>>;

/** The page again, with what was typed and what to mend; `status` says what kind of fault it is. */
export function refuseForm(typed: Typed, faults: Faults, status = 400, headers: HeadersInit = {}): Refused {
  return data({ typed, faults, preview: null }, { status, headers });
}

/** What `refuseForm` answers for one field (or `WHOLE_FORM`) that the domain refused. */
export function refuseField(typed: Typed, field: string, key: string, status?: number): Refused {
  return refuseForm(typed, { [field]: fault(key) }, status);
}

/** The same for a refusal of the domain, whole. */
export function refuseBy(typed: Typed, refusal: { field: string; fault: string; values?: Fault['values'] }): Refused {
  return refuseForm(typed, { [refusal.field]: fault(refusal.fault, refusal.values) });
}

/**
 * Runs what a form asks for. Where only the moment is wrong (too many tries, something is down, somebody was faster) the form
 * comes back with its text instead of an error page; every other error goes its way.
 */
export async function keepingText<Answer>(typed: Typed, run: () => Promise<Answer>): Promise<Answer | Refused> {
  try {
    return await run();
  } catch (thrown) {
    const error = orUnavailable(thrown);
    const key = error instanceof DomainError ? FAULT_OF_CODE[error.code] : undefined;
    if (!(error instanceof DomainError) || key === undefined) throw error;
    const headers = error.retryAfter === undefined ? {} : { 'Retry-After': String(error.retryAfter) };
    return refuseForm(typed, { [WHOLE_FORM]: fault(key) }, error.status, headers);
  }
}
