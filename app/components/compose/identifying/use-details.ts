import { useEffect, useState } from 'react';
import { controlOf } from '#app/components/forms/control.ts';
import { useKeptFieldIds } from '#app/components/forms/kept-form.tsx';
import type { FieldFinding } from '#app/domain/privacy/identifying/finding-keys.ts';
import { topicsAddress } from '#app/platform/urls.ts';

const PAUSE_IN_MS = 600;

/**
 * What may point to somebody in these fields, a moment after the last letter; null before that. The check is loaded with the first
 * letter; no text leaves the page.
 */
export function useDetails(fields: readonly string[], allow: readonly string[]): readonly FieldFinding[] | null {
  const [found, setFound] = useState<readonly FieldFinding[] | null>(null);
  const ids = useKeptFieldIds(fields);
  // A list is another one each time, what is in it is not.
  const key = JSON.stringify([fields, ids, allow]);

  // An effect, for it listens to fields that keep their own text, and waits on the clock.
  useEffect(() => {
    const [names, idsOfNames, allowed] = JSON.parse(key) as [string[], string[], string[]];
    const controls = names.flatMap((name, index) => {
      const control = controlOf(idsOfNames[index] ?? '');
      return control ? [{ name, control }] : [];
    });
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isGone = false;
    const look = async (): Promise<void> => {
      const texts = Object.fromEntries(controls.map(({ name, control }) => [name, control.value]));
      const finds = await findIn(texts, [...allowed, topicsAddress(location.origin)]);
      if (!isGone) setFound(finds);
    };
    const wait = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => void look(), PAUSE_IN_MS);
    };
    // A draft, or what was typed before the script came.
    if (controls.some(({ control }) => control.value !== '')) wait();
    for (const { control } of controls) control.addEventListener('input', wait);
    return () => {
      isGone = true;
      clearTimeout(timer);
      for (const { control } of controls) control.removeEventListener('input', wait);
    };
  }, [key]);

  return found;
}

/** Nothing where the check cannot be loaded: one writes on without it, and the server looks before it publishes. */
async function findIn(
  texts: Readonly<Record<string, string>>,
  allow: readonly string[],
): Promise<readonly FieldFinding[]> {
  try {
    const { lookOver } = await import('#app/domain/privacy/identifying/look-over.ts');
    return lookOver(texts, Object.keys(texts), allow);
  } catch {
    return [];
  }
}
