import type { Span } from './finding.ts';
import { CAP, isGiven, isNoCommonCapital, isUpper, PERSON } from './name-words.ts';
import { COMMON_CAPITALS, NAMES_THAT_ARE_WORDS, PLAIN_WORDS, PREDICATES } from './word-lists.ts';

/** A word after an introduction, and the text on either side of the whole. */
type Introduced = { found: string; before: string; after: string };
/** Words that introduce a name, and which words written small may be one behind them. One written large always may. */
type Introduction = { words: RegExp; maySmall: (introduced: Introduced) => boolean };

/** Characters that are looked at before the introduction. */
const LOOK_BACK = 40;

const introducedBy = (words: string): RegExp =>
  new RegExp(
    String.raw`(?<!\p{L})(?:${words}) ["'«“]?(?:both |og |bare |simply |just |actually )?(\p{L}[\p{L}'-]{1,24}(?: (?:\p{Lu}\.|${CAP})){0,3}(?: (?:and|og) ${CAP})?)`,
    'gu',
  );

const SOMEBODY = `boy|girl|man|woman|guy|lady|kid|child|baby|teenager|someone|somebody|person|people|one|twins?|dog|cat|gutten?|jenta|jenten?|mannen|kvinnen?|damen?|dama|barnet?|barna|ungen|ungene|babyen|tvillingene|noen|hunden?|katten?`;
const WHO = `i|he|she|they|who|we|jeg|du|han|hun|hen|vi|de|som|hvem`;
/** Somebody, or a word for what somebody does, as Norwegian forms it. */
const ABOUT_SOMEBODY = new RegExp(
  String.raw`(?<!\p{L})(?:${WHO}|(?:${PERSON}|${SOMEBODY}|\p{L}{2,20}(?:eren|isten|enten|øren|mannen|kvinnen|søsteren|moren|faren|barnet|barna))(?: (?:min|mi|mitt|mine|hans|hennes|vår|deres|her|der))?)(?:'s|'m| is| am| was| are| were)?(?: (?:also|always|only|better|visst|egentlig|også|bare|da|nå))?$`,
  'iu',
);
const IS_PERSON = new RegExp(`^(?:${PERSON}|${SOMEBODY})$`, 'u');
const ENDS_CLAUSE =
  /^["'’»”]?(?:$|[.,;:!?)\n–—-]| [–—-]| (?:and|but|or|who|because|so|when|og|men|eller|som|fordi|så|da|når)(?!\p{L}))/u;
/** What follows a word that says something of the name, and seldom a name itself. */
const GOES_ON =
  /^ (?:to|of|off|under|than|that|as|for|by|on|out|up|down|over|wrong|differently|til|av|på|uten|enn|at|feil|ut|opp|ned|med)(?!\p{L})/u;
/** How words end that say what something is like, or what was done to it, and names do not. */
const SAYS_HOW =
  /.{3}(?:(?<!hm|m|le|al|e|y|fr|av|ar)ed|(?:.{3}ly)|(?<!er|m|t|p)ing|ious|eous|[^aeiou]ous|ful|less|able|ible|ional|ential|onal|(?<!c).ent|ssive|sive|tive|ated|ised|ized|ert|isk|lig|løs|bart?|ende|ete|[^rl]sket?|agt|kket)$/u;

const saysNothing = ({ found, after }: Introduced): boolean =>
  !PLAIN_WORDS.has(found) && !PREDICATES.has(found) && !SAYS_HOW.test(found) && !GOES_ON.test(after);

const endsThere = (introduced: Introduced): boolean => saysNothing(introduced) && ENDS_CLAUSE.test(introduced.after);

const ofSomebody = (introduced: Introduced): boolean =>
  ABOUT_SOMEBODY.test(introduced.before) && saysNothing(introduced);

const isNameThatIsWord = ({ found, after }: Introduced): boolean =>
  NAMES_THAT_ARE_WORDS.has(found) && ENDS_CLAUSE.test(after);

const INTRODUCTIONS: readonly Introduction[] = [
  {
    words: introducedBy(String.raw`(?:[Nn]ick|[Ss]ur)?[Nn]ames?(?:'s| is| are| was| were|:)`),
    maySmall: (one) => saysNothing(one) || (isNameThatIsWord(one) && !PREDICATES.has(one.found)),
  },
  {
    words: introducedBy(
      String.raw`(?:[Ee]tter|[Ff]or|[Kk]alle)?[Nn]avn(?:et|ene)?(?: (?:mitt|ditt|sitt|vårt|hans|hennes|deres))?(?: er| var|:)|[Nn]avn er (?:mitt|sitt|hans|hennes)|hetende|ved navn`,
    ),
    maySmall: (one) => saysNothing(one) || (isNameThatIsWord(one) && !PREDICATES.has(one.found)),
  },
  {
    words: introducedBy('heter|het|hette|kalles'),
    maySmall: (one) => ofSomebody(one) || (ABOUT_SOMEBODY.test(one.before) && isNameThatIsWord(one)),
  },
  { words: introducedBy('(?:heter|het|hette|kalles) (?:jeg|du|han|hun|hen|de)'), maySmall: saysNothing },
  { words: introducedBy('named'), maySmall: ofSomebody },
  { words: introducedBy('nicknamed'), maySmall: saysNothing },
  {
    words: introducedBy('goes by|known as'),
    maySmall: (one) => ofSomebody(one) && endsThere(one),
  },
  { words: introducedBy('sign(?:ed)? (?:it )?as'), maySmall: endsThere },
  {
    words: introducedBy('kalt|kaller (?:vi|jeg|alle|ham|henne|han|dem)'),
    maySmall: (one) => endsThere(one) && !IS_PERSON.test(one.found),
  },
  { words: introducedBy('called (?=\\p{Lu})|med navn|signert|underskrevet'), maySmall: () => false },
];

/**
 * Names that the words before them introduce: "my name is", "heter". Much else stands there too ("my name is on the list", "det heter
 * overføring"), and where people write names small the letters do not tell. So a word written small has to be a name that is known, or to
 * say nothing of the name, by its ending or by what follows it; and what is called something has to be somebody.
 */
export function* introducedNames(text: string): Generator<Span> {
  for (const { words, maySmall } of INTRODUCTIONS) {
    for (const match of text.matchAll(words)) {
      const found = match[1] ?? '';
      const end = match.index + match[0].length;
      const before = text.slice(Math.max(0, match.index - LOOK_BACK), match.index).trimEnd();
      if (!isIntroduced({ found, before, after: text.slice(end, end + LOOK_BACK) }, maySmall)) continue;
      yield { kind: 'name', start: end - found.length, end };
    }
  }
}

function isIntroduced(introduced: Introduced, maySmall: Introduction['maySmall']): boolean {
  const { found } = introduced;
  const lower = found.toLowerCase();
  if (isUpper(found)) return isNoCommonCapital(found) || NAMES_THAT_ARE_WORDS.has(lower);
  if (isGiven(found) && !PLAIN_WORDS.has(lower)) return true;
  return (!COMMON_CAPITALS.has(lower) || NAMES_THAT_ARE_WORDS.has(lower)) && maySmall(introduced);
}
