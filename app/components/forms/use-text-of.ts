import { useEffect, useState } from 'react';
import { controlOf } from './control.ts';

/** What stands in the field of that id, as it changes; `first` until this page's script has looked. */
export function useTextOf(id: string, first: string): string {
  const [text, setText] = useState(first);
  // An effect, for the field keeps its own text.
  useEffect(() => {
    const control = controlOf(id);
    if (!control) return undefined;
    const take = (): void => setText(control.value);
    take();
    control.addEventListener('input', take);
    return () => control.removeEventListener('input', take);
  }, [id]);
  return text;
}
