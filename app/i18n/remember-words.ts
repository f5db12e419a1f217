import type { i18n } from 'i18next';

type Options = Readonly<Record<string, unknown>>;
type Translate = (key: string, options?: Options) => string;

/** Words with gaps: at the odd places stand the names of what is filled in, one of `names`. Null where more is to be done than filling in. */
type Pattern = { pieces: readonly string[]; names: number } | null;

/** What is kept for one language: the catalogue has about 2,000, and some are asked for with many counts that are more than a gap. */
const MOST = 10_000;
/** Sets a name apart while words are made into a pattern. For private use, and so in no words. */
const GAP = '\u{E000}';
/** Options by which i18next chooses the words; all others are filled in. */
const CHOOSING = new Set(['context', 'defaultValue', 'joinArrays', 'keyPrefix', 'lng', 'ns', 'postProcess']);

/**
 * Makes `instance` look up, choose between singular and plural, and look for gaps only once for each of its words: a page asks for a few hundred, and
 * filling the gaps is all that is left to do.
 */
export function rememberWords(instance: i18n): void {
  // By keys that are not looked up in the types: those have been where the words are asked for.
  const open = instance as unknown as { t: Translate };
  const translate = open.t.bind(instance);
  const plurals = new Intl.PluralRules(instance.language);
  const kindOf = (count: number) => (count === 0 ? 'zero' : plurals.select(count));
  const known = new Map<string, Pattern>();
  const recall = (name: string, asked: Asked): Pattern => {
    let pattern = known.get(name);
    if (pattern === undefined) known.set(name, (pattern = patternOf(translate, asked)));
    return pattern;
  };
  // The forum's name stands there: with another one all words are worked out again.
  let { interpolation } = instance.options;
  const remembering: Translate = (key, options) => {
    const names = typeof key === 'string' ? countGaps(options) : undefined;
    if (names === undefined) return translate(key, options);
    if (interpolation !== instance.options.interpolation || known.size >= MOST) known.clear();
    interpolation = instance.options.interpolation;
    const asked = { key, options, names };
    const count = options?.['count'];
    const pattern =
      typeof count === 'number'
        ? (recall(`${key} ${kindOf(count)}`, { ...asked, isAnyCount: true }) ?? recall(`${key} ${count}`, asked))
        : recall(key, asked);
    return (pattern?.names === names ? filled(pattern.pieces, options) : undefined) ?? translate(key, options);
  };
  open.t = remembering;
}

/** How many names besides the count are filled in; undefined where something else is asked for. */
function countGaps(options: Options | undefined): number | undefined {
  let names = 0;
  for (const name in options) {
    const value = options[name];
    if (name === 'count' ? typeof value !== 'number' : !isFilledIn(value) || CHOOSING.has(name)) return undefined;
    if (name !== 'count') names += 1;
  }
  return names;
}

function isFilledIn(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}

/** `isAnyCount`: the count is a gap like the others, in the words for all counts of its kind. */
type Asked = { key: string; options: Options | undefined; names: number; isAnyCount?: boolean };

/** A number that is written the way of its language is more than a gap: what comes of filling in is held against i18next's own. */
function patternOf(translate: Translate, { key, options = {}, names, isAnyCount = false }: Asked): Pattern {
  const { count, ...others } = options;
  const gaps = mapValues(isAnyCount ? options : others, (name) => GAP + name + GAP);
  const pieces = translate(key, { count, replace: { ...(!isAnyCount && { count }), ...gaps } }).split(GAP);
  const sample = mapValues(options, (_, value) => (typeof value === 'number' ? value : 'sample'));
  return filled(pieces, sample) === translate(key, sample) ? { pieces, names } : null;
}

function mapValues(options: Options, map: (name: string, value: unknown) => unknown): Options {
  return Object.fromEntries(Object.entries(options).map(([name, value]) => [name, map(name, value)]));
}

/** Undefined where the words want something that is not given. */
function filled(pieces: readonly string[], options: Options | undefined): string | undefined {
  let words = '';
  for (let at = 0; at < pieces.length; at += 1) {
    const piece = pieces[at] ?? '';
    const value = at % 2 === 0 ? piece : options?.[piece];
    if (!isFilledIn(value)) return undefined;
    words += String(value);
  }
  return words;
}
