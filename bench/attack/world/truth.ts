/** What the driver knows and no attacker may: who is who, and who did what when. */
export type Truth = {
  seed: number;
  /** Ms since the epoch, of the simulated clock. */
  from: number;
  people: PersonTruth[];
  acts: Act[];
};

export type Habit = 'throwaway' | 'newcomer' | 'regular' | 'reader' | 'staff';

export type PersonTruth = {
  penName: string;
  habit: Habit;
  language: 'en' | 'nb';
  /** The perspective they mostly speak from. */
  perspective: string;
  /** Of their writings, how many are anonymous. */
  anonymousShare: number;
  /** Holds and warnings that moderators gave them, under whatever name. Only planted leaks write them down. */
  sanctions: number;
};

export type ActKind =
  'join' | 'sign-in' | 'sign-out' | 'read' | 'post' | 'edit' | 'follow' | 'draft' | 'flag' | 'erase' | 'moderate';

/** Something a person did; `at` in ms since the epoch, exact. */
export type Act = {
  kind: ActKind;
  at: number;
  /** Index in `people`. */
  person: number;
  threadId?: string;
  /** Of a post in its thread. */
  number?: number;
  anonymous?: boolean;
  formKey?: string;
  /** Stands in the note of a flag, by which its row is found again. */
  word?: string;
};
