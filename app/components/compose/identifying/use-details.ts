import { useEffect, useState } from 'react';
import type { Finding } from '#app/domain/privacy/identifying/finding.ts';

const PAUSE_IN_MS = 600;

/** A find, and the field in which it stands. */
export type FieldFinding = Finding & { fieldId: string };

type Field = HTMLTextAreaElement | HTMLInputElement;

/** The text field of that id, if the page has one. */
export function fieldOf(id: string): Field | null {
  const field = document.getElementById(id);
  return field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement ? field : null;
}

/** What may point to somebody in these fields, a moment after the last letter. The check is loaded with the first letter; no text leaves the page. */
export function useDetails(fieldIds: readonly string[]): readonly FieldFinding[] {
  const [found, setFound] = useState<readonly FieldFinding[]>([]);
  const key = fieldIds.join(' ');

  // An effect, for it listens to fields that keep their own text, and waits on the clock.
  useEffect(() => {
    const fields = key.split(' ').flatMap((id) => fieldOf(id) ?? []);
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isGone = false;
    const look = async (): Promise<void> => {
      const finds = await findIn(fields);
      if (!isGone) setFound(finds);
    };
    const wait = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => void look(), PAUSE_IN_MS);
    };
    // A draft, or what was typed before the script came.
    if (fields.some(({ value }) => value !== '')) wait();
    for (const field of fields) field.addEventListener('input', wait);
    return () => {
      isGone = true;
      clearTimeout(timer);
      for (const field of fields) field.removeEventListener('input', wait);
    };
  }, [key]);

  return found;
}

/** Nothing where the check cannot be loaded: one writes on without it. */
async function findIn(fields: readonly Field[]): Promise<readonly FieldFinding[]> {
  try {
    const [{ findIdentifyingDetails }, { languageOfText }] = await Promise.all([
      import('#app/domain/privacy/identifying/find-identifying-details.ts'),
      import('#app/domain/privacy/identifying/language-of-text.ts'),
    ]);
    return fields.flatMap(({ id, value }) =>
      findIdentifyingDetails(value, languageOfText(value)).map((finding) => ({ ...finding, fieldId: id })),
    );
  } catch {
    return [];
  }
}
