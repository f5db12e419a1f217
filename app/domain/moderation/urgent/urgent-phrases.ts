/**
 * What a language says of danger. Each entry is a piece of a regular expression in lower case, with straight apostrophes and single
 * spaces, as `speaks-of-danger.ts` makes of a text before it looks. A piece stands between the borders of words.
 */
export type UrgentPhrases = {
  /** By which somebody searches for help, or for talk about it: too often rather than too seldom, since a search takes nothing away. */
  searched: readonly string[];
  /** "I am going to" … and what one then does to oneself. */
  iWill: readonly string[];
  actsOnMyself: readonly string[];
  /** Said by oneself of oneself, these need nothing beside them. */
  iSay: readonly string[];
  /** "She is about to" … and what she then does to herself. */
  theyWill: readonly string[];
  actsOnThemselves: readonly string[];
  /** Of somebody else, these are danger only together with a word of `now`. */
  theySay: readonly string[];
  /** What somebody is about to do to others. */
  actsOnOthers: readonly string[];
  /** What is happening, whoever says it. */
  happening: readonly string[];
  /** May stand between the intent and the act. */
  between: readonly string[];
  now: readonly string[];
  /** Over, or told of another time: the sentence is no danger of today. */
  past: readonly string[];
  /** Talk about anybody at all: what is said of others in such a sentence is no danger of today. */
  anybody: readonly string[];
  /** What makes it a way of speaking: "die of shame". */
  figurative: readonly string[];
};
