import { readFileSync, writeFileSync } from 'node:fs';
import { attackLoot, FIGURES, NO_SCHOOL, type FigureName, type School } from './attacker/attack.ts';
import type { Weights } from './figures/choice-model.ts';
import { LEAKS } from './planted/leaks.ts';
import type { Tried } from './report.ts';

const FILE = new URL('./schooling.json', import.meta.url);

type Written = Record<FigureName, Record<string, number>>;

/**
 * What the attacker has learned of mistakes that forums make (`npm run attack -- --school`): how much each kind of evidence is
 * worth that only a planted leak brings. So a small world, too small to learn from, still shows whether such a leak is there.
 */
export function readSchool(): School {
  const written = JSON.parse(readFileSync(FILE, 'utf8')) as Written;
  const weights = (figure: FigureName): Weights => new Map(Object.entries(written[figure]));
  return { attribution: weights('attribution'), joining: weights('joining'), flags: weights('flags') };
}

/** Learns from worlds with each leak planted in turn, and writes it down; what the forum shows as it is, is left out. */
export function writeSchool({ worlds, chance }: Omit<Tried, 'school'>): void {
  const written: Written = { attribution: {}, joining: {}, flags: {} };
  const asItIs = attackLoot(
    chance,
    worlds.map(({ loot }) => loot),
    NO_SCHOOL,
  );
  for (const leak of LEAKS) {
    const planted = worlds.map((world) => leak.plant(world.loot, world.truth));
    const outcome = attackLoot(chance, planted, NO_SCHOOL);
    for (const figure of FIGURES) {
      for (const [name, weight] of outcome[figure].learned) {
        if (!asItIs[figure].known.has(name)) written[figure][name] = Number(weight.toPrecision(3));
      }
    }
  }
  writeFileSync(FILE, `${JSON.stringify(written, null, 2)}\n`);
}
