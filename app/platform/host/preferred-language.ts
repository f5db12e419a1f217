import { isLanguage, type Language } from '#app/i18n/languages.ts';

/** Norwegian is asked for under several names; ours is Bokmål. */
const SYNONYMS: Readonly<Record<string, Language>> = { no: 'nb', nn: 'nb' };

/** Headers that were read lately, for every request has one and there are few kinds: so many, none longer than so many characters. */
const MOST_KNOWN = 200;
const LONGEST_KNOWN = 200;
const known = new Map<string, Language>();

/** The first language of ours in an Accept-Language header, by its weights; English if there is none. */
export function preferredLanguage(header: string | undefined): Language {
  if (!header) return 'en';
  return known.get(header) ?? remember(header, readWishes(header));
}

function remember(header: string, language: Language): Language {
  if (header.length > LONGEST_KNOWN) return language;
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(header, language);
  return language;
}

function readWishes(header: string): Language {
  const wishes = header.split(',', 20).map(readWish);
  wishes.sort((a, b) => b.weight - a.weight);
  return wishes.map((wish) => wish.language).find((language) => language !== undefined) ?? 'en';
}

function readWish(text: string): { language: Language | undefined; weight: number } {
  const [tag = '', ...parameters] = text.trim().toLowerCase().split(';');
  const primary = tag.split('-', 1)[0] ?? '';
  const given = parameters.find((parameter) => parameter.trim().startsWith('q='));
  const weight = given === undefined ? 1 : Number(given.trim().slice(2)) || 0;
  const language = isLanguage(primary) ? primary : SYNONYMS[primary];
  return { language: weight > 0 ? language : undefined, weight };
}
