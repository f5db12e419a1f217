/**
 * Words, in either language, by which somebody may be looking for help rather than for a thread. The help they are shown
 * stands above the results and takes nothing away from them, so it is meant to be shown too often rather than too seldom.
 */
const URGENT = [
  /suicid/,
  /selvmord/,
  /self[ -]?harm/,
  /selvskad/,
  /\boverdos/,
  /\bkill (?:my|him|her|them)sel/,
  /\bend (?:my|it all|his|her|their) ?(?:life)?\b/,
  /\b(?:want|wants|wanted|wish) to (?:die|be dead)\b/,
  /\bta (?:mitt eget |sitt eget )?livet? (?:mitt|av|sitt)\b/,
  /\b(?:vil|ville|ønsker) (?:ikke leve|dø)(?![a-zæøå])/,
  /\bkrise\b/,
  /\bcrisis\b/,
];

/** Whether a search may be a call for help. */
export function isUrgent(words: string): boolean {
  const lower = words.toLowerCase();
  return URGENT.some((pattern) => pattern.test(lower));
}
