import { useEffect, useState, type RefObject } from 'react';
import { keepAsWritten } from './keep-as-written.ts';
import type { DraftState } from './send-draft.ts';

/** Keeps what is typed into the form around an element; gives how that stands, "none" while there is nothing to say. */
export function useKeptAsTyped(inForm: RefObject<HTMLElement>, threadId: string | null): DraftState {
  const [state, setState] = useState<DraftState>('none');
  // An effect, for it listens to a form whose fields keep their own text, waits on the clock and asks another system.
  useEffect(() => {
    const form = inForm.current?.closest('form');
    return form ? keepAsWritten(form, { threadId, say: setState }) : undefined;
  }, [inForm, threadId]);
  return state;
}
