import type { Figures } from '../../metrics/metrics.ts';

/** What a web process tells its supervisor. */
export type FromProcess =
  | { kind: 'ready'; origin: string }
  | { kind: 'metrics-wanted'; id: number }
  | { kind: 'figures'; id: number; figures: Figures }
  | { kind: 'last-figures'; figures: Figures };

/** What a supervisor tells a web process. Whether another has taken its place makes a difference to what it tells a proxy. */
export type ToProcess =
  | { kind: 'leave'; isReplaced: boolean }
  | { kind: 'figures-wanted'; id: number }
  | { kind: 'metrics'; id: number; text: string };
