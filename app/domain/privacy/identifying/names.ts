import type { Detector } from './finding.ts';
import { introducedNames } from './introduced-names.ts';
import { spansOf } from './match.ts';
import { CAP, isCommon, isGiven, isNoCommonCapital, isUpper, PERSON, TOPIC_WORD } from './name-words.ts';
import { GIVEN_NAMES, NAMES_THAT_ARE_WORDS, PLAIN_WORDS } from './word-lists.ts';

const TITLED = new RegExp(
  String.raw`(?<!\p{L})(?:Dr|Mr|Mrs|Ms|Miss|Mx|Prof|Professor|Doctor|Doktor|Sir|Lady|Nurse|Pastor|Father|Sister|Judge|Officer|Herr|Fru|Frk|Frøken|Overlege|Lege|Psykolog|Lærer|Rektor|Prest|Tante|Onkel|Aunt|Uncle|Grandma|Grandpa|Therapist|Counsell?or|fru|herr|frk|frøken|tante|onkel|aunt|uncle|dr|psykolog|overlege)\.? (${CAP}(?: ${CAP}){0,2})`,
  'gu',
);
const TITLED_LOWER = /(?<!\p{L})(?:dr|mr|mrs|ms|prof|fru|herr|frk)\.? (\p{L}[\p{L}'-]{2,24})/giu;
const GREETED = new RegExp(
  String.raw`(?<!\p{L})(?:[Dd]ear|[Hh](?:i|ello|ey|ei|allo)|[Kk]jære) (${CAP}(?: ${CAP}){0,2})(?!\p{L})`,
  'gu',
);
const OF_MINE = String.raw`(?:my|our|his|her|their|the|a|min|mi|mitt|vår|hans|hennes|deres|en)`;
const AFTER_PERSON = new RegExp(
  String.raw`(?<!\p{L})(?:${PERSON})(?: (?:min|mi|hans|hennes|vår|deres))?,? \(?["'«“]?(\p{L}[\p{L}'-]{1,24}(?: ${CAP}){0,2})`,
  'gu',
);
const SPEAKING = new RegExp(
  String.raw`(?<!\p{L})(?:${OF_MINE} (?:new |old |ny |nye )?(?:client|patient|klient|pasient)) (\p{Ll}[\p{L}'-]{2,24}) (?:said|says|told|tells|asked|came|comes|wants|is|was|has|had|keeps|feels|sa|sier|fortalte|forteller|spurte|kom|kommer|vil|er|var|har|hadde|føler)(?!\p{L})`,
  'gu',
);
const INITIALS =
  /(?<![\p{L}.])(?:\p{Lu}\. ?){2,3}(?:\p{Lu}[\p{Ll}'-]{1,24})?(?!\p{L})|(?<![\p{L}.])\p{Lu}\. \p{Lu}\p{Ll}{2,24}(?!\p{L})|(?<!\p{L})initials?(?:er|ene)?(?: are| is| er|:)? (\p{Lu}\.?\p{Lu}\.?\p{Lu}?)(?!\p{L})/gu;
const FULL_NAME = new RegExp(
  String.raw`(?<![\p{L}'@#])${CAP}(?: (?:\p{Lu}\.|van|von|de|da|al|bin|el|${CAP})){1,3}(?![\p{L}])`,
  'gu',
);
const WORD = /(?<![\p{L}@#'-])\p{L}[\p{L}]{1,24}(?:-\p{Lu}\p{Ll}{1,20})?(?!\p{L})/gu;
const WITH_WHOM = new RegExp(
  String.raw`(?<!\p{L})(?:with|told|asked|met|saw|and|about|by|sa|møtte|spurte|med|og|om|hos|fortalte|for|to|til) (\p{Lu}\p{Ll}{2,20})(?=(?: (?:said|says|told|is|was|has|had|left|came|asked|and I|sa|sier|er|var|har|hadde|kom|dro|yesterday|again|today|i går|igjen))|'s |[.,;!?])`,
  'gu',
);
const FAMOUS =
  /(?<!\p{L})(?:Carl (?:Rogers|Jung)|Sigmund Freud|Anna Freud|Irvin Yalom|Aaron Beck|Judith Beck|Marsha Linehan|John Bowlby|Donald Winnicott|Melanie Klein|Albert Ellis|Jon Kabat-Zinn|Steven Hayes|Brené Brown|Viktor Frankl|Virginia Satir|Peter Levine|Peter Fonagy|Gabor Maté|Alice Miller|Esther Perel|Erik Erikson|John Gottman|Sue Johnson|Finn Skårderud|Bessel van der Kolk|Judith Herman|Francine Shapiro|Otto Kernberg|Heinz Kohut|Fritz Perls)(?!\p{L})/gu;
/** Surnames that stand for a way of working, alone too: "what Bowlby calls a secure base". Those that are common names are not here. */
const FAMOUS_SURNAMES =
  /(?<!\p{L})(?:Freud|Jung|Yalom|Linehan|Bowlby|Ainsworth|Winnicott|Kabat-Zinn|Frankl|Satir|Fonagy|Gottman|Skårderud|van der Kolk|Kernberg|Kohut|Perls|Piaget|Vygotsky|Lacan|Bion|Maslow|Bandura|Minuchin|Bronfenbrenner|Antonovsky|Foucault|Porges|Prochaska|DiClemente|Miller and Rollnick|Miller og Rollnick)(?=(?:'s)?(?!\p{L}))/gu;
/** Names of persons: introduced by what they are to the writer, by a title or "heter", or known as names. */
export const findNames: Detector = function* (whole) {
  const text = [FAMOUS, FAMOUS_SURNAMES].reduce(outOfSight, whole);
  if (isTitleCase(text)) {
    yield* spansOf('name', text, WORD, (found) => isGiven(found) && isUpper(found));
    return;
  }
  yield* spansOf('name', text, TITLED, isNoCommonCapital);
  yield* spansOf('name', text, TITLED_LOWER, (found) => GIVEN_NAMES.has(found.toLowerCase()));
  yield* introducedNames(text);
  yield* spansOf('name', text, AFTER_PERSON, (found) =>
    isUpper(found) ? isNoCommonCapital(found) : isGiven(found) && !PLAIN_WORDS.has(found),
  );
  yield* spansOf(
    'name',
    text,
    SPEAKING,
    (found) =>
      !PLAIN_WORDS.has(found) &&
      !/(?:ly|ing|ed)$/.test(found) &&
      !/^(?:alone|som|selv|now|there|group|base|care|work|today)$/.test(found),
  );
  yield* spansOf(
    'name',
    text,
    INITIALS,
    (found) => !/^(?:U\. ?S|U\. ?K|D\. ?C|P\. ?S|N\. ?B|E\. ?U|[AP]\. ?M)\./.test(found),
  );
  yield* spansOf('name', text, GREETED, (found) => !isPlain(found.split(' ', 1)[0] ?? '') && isNoCommonCapital(found));
  for (const span of spansOf('name', text, FULL_NAME)) {
    const name = fromNameOn(text.slice(span.start, span.end));
    if (isFullName(name)) yield { ...span, start: span.end - name.length };
  }
  yield* spansOf('name', text, WITH_WHOM, isNoCommonCapital);
  yield* spansOf('name', text, WORD, (found) => isUpper(found) && isGiven(found));
};

const outOfSight = (text: string, names: RegExp): string => text.replace(names, (name) => '_'.repeat(name.length));

/** Words written large from where a name may begin: in "Then Mette" the first is so because it begins the sentence. */
function fromNameOn(run: string): string {
  const words = run.split(' ');
  const first = words.findIndex((word, index) => !isPlain(word) || isNameThatIsPlain(word, words[index + 1]));
  return first === -1 ? '' : words.slice(first).join(' ');
}

const isPlain = (word: string): boolean => PLAIN_WORDS.has(word.toLowerCase());

/** "Will Smith" has two names, "Will Mette come?" one. */
function isNameThatIsPlain(word: string, next: string | undefined): boolean {
  return NAMES_THAT_ARE_WORDS.has(word.toLowerCase()) && next !== undefined && !isPlain(next) && !isGiven(next);
}

/** Two words and more that are written large, none of them a subject's, or one that is a given name. */
function isFullName(found: string): boolean {
  const words = found.split(' ');
  const [first = '', second] = words;
  if (second === undefined) return isGiven(first);
  const rest = isNameThatIsPlain(first, second) && isPlain(first) ? words.slice(1) : words;
  return (
    rest.every((word) => !TOPIC_WORD.test(word)) &&
    !rest.some((word) => word.length > 2 && isCommon(word) && !isGiven(word))
  );
}

/** A title, every longer word of which is written large, tells no names apart by their capitals. It ends in no full stop. */
function isTitleCase(text: string): boolean {
  if (/\p{Ll}{3}\.(?:\s|$)/u.test(text)) return false;
  const words = text.match(/\p{L}{4,}/gu)?.slice(0, 60) ?? [];
  return words.length >= 4 && words.filter((word) => /^\p{Lu}/u.test(word)).length / words.length > 0.6;
}
