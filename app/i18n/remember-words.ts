import type { i18n } from 'i18next';

type Translate = (key: string, options?: Record<string, unknown>) => string;

/** Translations that are kept for one language: the catalogue has about 2,000, and some are asked for with many counts. */
const MOST = 10_000;

/**
 * Makes `instance` work out only once what it is asked for again and again: words in which nothing, or a count alone, is filled in. A page asks
 * for a few hundred of them.
 */
export function rememberWords(instance: i18n): void {
  // By keys that are not looked up in the types: those have been where the words are asked for.
  const open = instance as unknown as { t: Translate; getFixedT: () => Translate };
  const translate = open.t.bind(instance);
  const known = new Map<string, string>();
  // The forum's name stands there: with another one all words are worked out again.
  let { interpolation } = instance.options;
  const remembering: Translate = (key, options) => {
    const name = nameOf(key, options);
    if (name === undefined) return translate(key, options);
    if (interpolation !== instance.options.interpolation || known.size >= MOST) known.clear();
    interpolation = instance.options.interpolation;
    const before = known.get(name);
    if (before !== undefined) return before;
    const words = translate(key, options);
    known.set(name, words);
    return words;
  };
  open.t = remembering;
  // The instance has one language and one namespace.
  open.getFixedT = () => remembering;
}

function nameOf(key: unknown, options: Record<string, unknown> | undefined): string | undefined {
  if (typeof key !== 'string') return undefined;
  if (options === undefined) return key;
  const { count, ...rest } = options;
  return typeof count === 'number' && Object.keys(rest).length === 0 ? `${key} ${count}` : undefined;
}
