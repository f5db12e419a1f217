import { attackLoot, attackPages, FIGURES, type Chance, type FigureName, type Outcome } from './attacker/attack.ts';
import { figureOf, worstTenth, type Figure } from './figures/scores.ts';
import type { Loot } from './loot/loot.ts';
import { withSnapshots } from './loot/physical.ts';
import { LEAKS } from './planted/leaks.ts';
import { randomFrom } from './random.ts';
import type { Seized } from './world/seize.ts';

/** The upper bound of a promised figure's interval, in times chance. */
export const BAR = 1.5;

/** One figure as it is printed: how it was measured, and over whom. */
export type Line = { figure: FigureName; over: 'all' | 'worst tenth'; by: 'best guess' | 'belief'; value: Figure };

/** The attack on the forum as it is, with and without the key, and on copies of its disk. */
export type Verdict = { withKey: Line[]; withoutKey: Line[]; disk: Line[] | null; heard: string[] };

export type CaughtLeak = { name: string; isCaught: boolean; line: Line | undefined; unseenWithoutKey: boolean | null };

export function judge(worlds: readonly Seized[], chance: Chance, { withDisk }: { withDisk: boolean }): Verdict {
  const withKey = attackLoot(
    chance,
    worlds.map(({ loot }) => loot),
  );
  const withoutKey = attackLoot(
    chance,
    worlds.map(({ loot }) => withoutTheKey(loot)),
  );
  const disk = withDisk
    ? attackLoot(
        chance,
        worlds.map(({ loot, snapshots }) => withSnapshots(loot, snapshots)),
      )
    : null;
  return {
    withKey: linesOf(withKey),
    withoutKey: linesOf(withoutKey),
    disk: disk && linesOf(disk),
    heard: FIGURES.flatMap((figure) => withKey[figure].heard.map((name) => `${figure}: ${name}`)),
  };
}

/** Puts each known leak back, in turn, and says whether the attack shows it. */
export function plantLeaks(worlds: readonly Seized[], chance: Chance): CaughtLeak[] {
  return LEAKS.map((leak) => {
    const planted = worlds.map((world) => leak.plant(world.loot, world.truth));
    const line = worstLine(linesOf(attackLoot(chance, planted)), leak.figure);
    const unseen = leak.needsKey
      ? linesOf(attackLoot(chance, planted.map(withoutTheKey))).every(({ value }) => value.high <= BAR)
      : null;
    return { name: leak.name, line, isCaught: line !== undefined && isOver(line.value), unseenWithoutKey: unseen };
  });
}

export const chanceOf = (worlds: readonly Seized[]): Chance => attackPages(worlds);

/** Clearly over the bar: not by luck either. */
const isOver = ({ ratio, low }: Figure): boolean => ratio > BAR && low > 1;

export const isWithin = ({ value }: Line): boolean => value.high <= BAR;

function worstLine(lines: readonly Line[], figure: FigureName): Line | undefined {
  const there = lines.filter((line) => line.figure === figure);
  return there.sort((a, b) => b.value.low - a.value.low)[0];
}

const withoutTheKey = (loot: Loot): Loot => ({ ...loot, sealKey: null });

/** The best guess over all; belief in the truth over all and over the worst tenth, whom a best guess may never name. */
function linesOf(outcome: Outcome): Line[] {
  return FIGURES.flatMap((figure) => {
    const { scored } = outcome[figure];
    if (scored.length === 0) return [];
    const worst = worstTenth(scored);
    const line = (over: Line['over'], by: Line['by']): Line => ({
      figure,
      over,
      by,
      value: figureOf(over === 'all' ? scored : worst, by === 'belief' ? 'belief' : 'guess', randomFrom(1)),
    });
    return [
      line('all', 'best guess'),
      line('all', 'belief'),
      ...(worst.length > 0 ? [line('worst tenth', 'belief')] : []),
    ];
  });
}

export function printed(lines: readonly Line[]): string[] {
  return lines.map(({ figure, over, by, value }) => {
    const head = `  ${figure.padEnd(12)}${over.padEnd(12)} ${by.padEnd(11)}`;
    return `${head}${percent(value.chance)} by chance ${percent(value.loot)} with the loot   ${times(value)}`;
  });
}

const percent = (share: number): string => `${(100 * share).toFixed(1).padStart(6)} %`;

export function times({ ratio, low, high }: Figure): string {
  return `× ${ratio.toFixed(2)} (${low.toFixed(2)} to ${high.toFixed(2)})`;
}
