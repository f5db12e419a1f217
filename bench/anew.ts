let times = 0;

/** An address of the same page that nobody has asked for: it is made anew, and for nobody else. */
export function anew(path: string): string {
  return `${path}${path.includes('?') ? '&' : '?'}anew=${++times}`;
}
