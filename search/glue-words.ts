/**
 * Words that hold a sentence together and say nothing of what it is about. Not what turns its meaning: no, not, without, between,
 * outside, can't. Folded as words.ts does.
 */
const ENGLISH = `a about after all also am an and any are as at be because been being but by can could did do does for from had
has have having he her hers him his how i id if ill im in into is it its ive just like many may me might more most much must my of on
one or our really shall she should so some such than that thats the their them then there theres these they this those to too us very was we
were what whats when where which who whom whose why will with would you your youre`;
const NORWEGIAN = `alle at av bare da de deg dem den denne der det dette din disse du eg ei en er et etter for fra få får han
hans har hatt henne hennes her hos hun hva hvem hvilke hvilken hvor hvordan hvorfor i ja jeg kan kunne man med meg men mer min mine mitt
mot må ned noe noen nå når og også om opp oss over på seg selv si sin sine sitt skal skulle slik som så til under ut var ved vi vil ville vår
være vært å`;

const GLUE = new Set(`${ENGLISH} ${NORWEGIAN}`.split(/\s+/));

export function isGlue(word: string): boolean {
  return GLUE.has(word);
}
