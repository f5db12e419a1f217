import { useNavigation } from '@remix-run/react';
import { useEffect, useRef, type RefObject } from 'react';
import type { FormAnswer } from '#app/platform/forms/faults.ts';

/**
 * What a form takes to start anew once it did what it was sent for and its page stays: without it the script's page would
 * keep the reason of the last decision in the field of the next. Nothing else empties it, least of all a link within the page.
 */
export function useEmptiedOnSuccess(answer: FormAnswer | undefined): {
  ref: RefObject<HTMLFormElement>;
  onSubmit: () => void;
} {
  const { state } = useNavigation();
  const ref = useRef<HTMLFormElement>(null);
  const wasSent = useRef(false);
  useEffect(() => {
    if (state !== 'idle' || !wasSent.current) return;
    wasSent.current = false;
    if (answer === undefined) ref.current?.reset();
  }, [state, answer]);
  return {
    ref,
    onSubmit: () => {
      wasSent.current = true;
    },
  };
}
