import { findIdentifyingDetails, takeBroader } from './find-identifying-details.ts';
import { keyOf, type FieldFinding } from './finding-keys.ts';
import { languageOfText } from './language-of-text.ts';

/** Characters shown before and after a find. */
const CONTEXT = 28;

type Texts = Readonly<Record<string, string | null | undefined>>;

/** What may point to somebody in the fields of a form, field by field. `allow` as for `findIdentifyingDetails`. */
export function lookOver(texts: Texts, fields: readonly string[], allow: readonly string[] = []): FieldFinding[] {
  return fields.flatMap((field) => {
    const text = texts[field] ?? '';
    return findIdentifyingDetails(text, languageOfText(text), allow).map((found) => ({
      ...found,
      field,
      key: keyOf(found),
      before: textBefore(text, found.start),
      after: textAfter(text, found.end),
    }));
  });
}

/** What stands before a place in the text, from a whole word on. */
function textBefore(text: string, end: number): string {
  if (end <= CONTEXT) return text.slice(0, end);
  return `…${text.slice(end - CONTEXT, end).replace(/^\S*\s/u, '')}`;
}

function textAfter(text: string, start: number): string {
  if (start + CONTEXT >= text.length) return text.slice(start);
  return `${text.slice(start, start + CONTEXT).replace(/\s\S*$/u, '')}…`;
}

/** The texts with every find of that key in its broader wording. */
export function takeAll(texts: Readonly<Record<string, string>>, finds: readonly FieldFinding[], key: string) {
  const taken: Record<string, string> = { ...texts };
  // From the last to the first, so that the places of those before it still hold.
  for (const found of finds.filter((one) => one.key === key).reverse()) {
    taken[found.field] = takeBroader(taken[found.field] ?? '', found);
  }
  return taken;
}
