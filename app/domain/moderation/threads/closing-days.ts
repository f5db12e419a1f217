/** After how many days of silence a thread locks itself, as its workbench offers them; `forum`: as all others do. */
export const CLOSING_CHOICES = ['forum', '7', '14', '30', '60', '90', '180', '365', 'never'] as const;
export type ClosingChoice = (typeof CLOSING_CHOICES)[number];

/** Stands for "never" in a thread of a forum whose threads close: a hundred years. */
export const NEVER_CLOSES = 36_500;

/** What is stored for a choice; null to go by the forum's setting. */
export function closingDaysOf(choice: ClosingChoice): number | null {
  if (choice === 'forum') return null;
  return choice === 'never' ? NEVER_CLOSES : Number(choice);
}

/** The choice that a stored number stands for, where it is one that is offered. */
export function closingChoiceOf(days: number | null): ClosingChoice {
  return CLOSING_CHOICES.find((choice) => closingDaysOf(choice) === days) ?? 'forum';
}
