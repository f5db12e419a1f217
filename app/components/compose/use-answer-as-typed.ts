import { useEffect, useState } from 'react';
import { controlOf } from '#app/components/forms/control.ts';

type Asked<Answer> = {
  /** What to ask about a text; undefined where there is no answer. The same function at each rendering. */
  ask: (text: string, signal: AbortSignal) => Promise<Answer | undefined>;
  /** Milliseconds after the last letter. */
  pause: number;
};

/**
 * What the server says of the text of a field, a moment after the last letter; null until it has said something. While it cannot be
 * reached, or has no answer, the last one stays.
 */
export function useAnswerAsTyped<Answer>(fieldId: string, { ask, pause }: Asked<Answer>): Answer | null {
  const [answer, setAnswer] = useState<Answer | null>(null);

  // An effect, for it listens to a field that keeps its own text, waits on the clock and asks another system.
  useEffect(() => {
    const field = controlOf(fieldId);
    if (!field) return undefined;
    let controller = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = () => {
      clearTimeout(timer);
      controller.abort();
    };
    const askSoon = () => {
      stop();
      const { signal } = (controller = new AbortController());
      timer = setTimeout(() => {
        void ask(field.value, signal)
          .catch(() => undefined)
          .then((found) => {
            if (found !== undefined && !signal.aborted) setAnswer(found);
          });
      }, pause);
    };
    // A draft, or what was typed before the script came.
    if (field.value !== '') askSoon();
    field.addEventListener('input', askSoon);
    return () => {
      stop();
      field.removeEventListener('input', askSoon);
    };
  }, [fieldId, ask, pause]);

  return answer;
}
