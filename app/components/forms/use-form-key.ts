import { useNavigation } from '@remix-run/react';
import { useEffect, useRef, useState } from 'react';
import type { FormAnswer } from '#app/platform/forms/faults.ts';

/**
 * The key of a form that is being filled in. It stays while its page is fetched anew around it, by a link or another form, so that
 * nothing typed is lost; `offered`, which comes with each page, is taken once the form did what it was sent for.
 */
export function useFormKey(offered: string, answer: FormAnswer | undefined): string {
  const { state, formData } = useNavigation();
  const [key, setKey] = useState(answer?.typed['formKey'] ?? offered);
  const wasSent = useRef(false);
  // An effect, for only when all has come to rest it is known how it went.
  useEffect(() => {
    if (state !== 'idle') {
      if (formData?.get('formKey') === key) wasSent.current = true;
      return;
    }
    if (!wasSent.current) return;
    wasSent.current = false;
    if (answer === undefined) setKey(offered);
  }, [state, formData, key, answer, offered]);
  return key;
}
