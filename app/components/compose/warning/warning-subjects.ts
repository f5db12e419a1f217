/** What content warnings usually name: the ground rules' own subjects first. Their words stand in the catalogues. */
export const WARNING_SUBJECTS = [
  ...['suicide', 'selfHarm', 'abuse', 'boundaryViolations'],
  ...['violence', 'eatingDisorders', 'death', 'substances'],
] as const satisfies readonly string[];

const partsOf = (warning: string): string[] => warning.split(',').map((part) => part.trim());
const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** Whether a warning names a subject as one of those that its commas set apart. */
export function namesSubject(warning: string, subject: string): boolean {
  return partsOf(warning).some((part) => isSame(part, subject));
}

/** The warning with the subject after what it names already, or without it where it named it. */
export function toggleSubject(warning: string, subject: string): string {
  const parts = partsOf(warning).filter((part) => part !== '');
  if (namesSubject(warning, subject)) return parts.filter((part) => !isSame(part, subject)).join(', ');
  return [...parts, parts.length === 0 ? subject : subject.charAt(0).toLowerCase() + subject.slice(1)].join(', ');
}
