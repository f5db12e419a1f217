import {
  attackLoot,
  attackPages,
  FIGURES,
  type Chance,
  type FigureName,
  type Outcome,
  type School,
} from './attacker/attack.ts';
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

/** Worlds, what their pages alone yield, and what the attacker brings along. */
export type Tried = { worlds: readonly Seized[]; chance: Chance; school: School };

export type CaughtLeak = {
  name: string;
  /** Where it shows most clearly. */
  line: Line | undefined;
  isCaught: boolean;
  /** Of a leak that needs the key: whether the bars hold without it. */
  unseenWithoutKey: boolean | null;
};

export function judge(tried: Tried, { withDisk }: { withDisk: boolean }): Verdict {
  const attack = (lootOf: (world: Seized) => Loot): Outcome =>
    attackLoot(tried.chance, tried.worlds.map(lootOf), tried.school);
  const withKey = attack(({ loot }) => loot);
  const withoutKey = attack(({ loot }) => withoutTheKey(loot));
  const disk = withDisk ? attack(({ loot, snapshots }) => withSnapshots(loot, snapshots)) : null;
  return {
    withKey: linesOf(withKey),
    withoutKey: linesOf(withoutKey),
    disk: disk && linesOf(disk),
    heard: FIGURES.flatMap((figure) => withKey[figure].heard.map((name) => `${figure}: ${name}`)),
  };
}

/** Puts each known leak back, in turn, and says whether the attack shows it. */
export function plantLeaks({ worlds, chance, school }: Tried): CaughtLeak[] {
  return LEAKS.map((leak) => {
    const planted = worlds.map((world) => leak.plant(world.loot, world.truth));
    const outcome = attackLoot(chance, planted, school);
    const line = worstLine(linesOf(outcome), leak.figure);
    const unseen = leak.needsKey
      ? linesOf(attackLoot(chance, planted.map(withoutTheKey), school)).every(({ value }) => value.high <= BAR)
      : null;
    const isCaught = line !== undefined && isOver(line.value);
    return { name: leak.name, line, isCaught, unseenWithoutKey: unseen };
  });
}

export const chanceOf = (worlds: readonly Seized[]): Chance => attackPages(worlds);

/** Over the bar, and not by luck: were it in the forum, the attack would fail. */
const isOver = ({ low, high }: Figure): boolean => high > BAR && low > 1;

export const isWithin = ({ value }: Line): boolean => value.high <= BAR;

function worstLine(lines: readonly Line[], figure: FigureName): Line | undefined {
  const there = lines.filter((line) => line.figure === figure && line.value.high > BAR);
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
