import { findIdentifyingDetails } from '#app/domain/privacy/identifying/find-identifying-details.ts';
import { DETAIL_KINDS, type DetailKind } from '#app/domain/privacy/identifying/finding.ts';
import { Figures, ms } from './figures.ts';
import { readOptions } from './options.ts';
import { AROUND, filled, FORMS, HARMLESS } from './privacy/texts.ts';
import { quantile } from './quantile.ts';

/**
 * `npm run bench -- privacy`: what the check for identifying details finds, by kind, in texts made here: each form with other digits in
 * several sentences. A find counts when its words are the planted ones or among them. Held-out forms were not looked at while the rules were written.
 */
readOptions({});
const SEEDS = 5;
const RECALL_BAR = 0.98;
const ALARM_BAR = 0.1;
const MS_BAR = 50;
/** Names and places have no form of their own: they are reported, without a bar. */
const WITHOUT_BAR: ReadonlySet<DetailKind> = new Set<DetailKind>(['name', 'place', 'institution']);

type Count = { planted: number; found: number; asItsKind: number; ms: number };

const figures = new Figures('privacy: recall of each kind, bars for those that have a form of their own');
const lost = new Set<string>();
for (const kind of DETAIL_KINDS) {
  const forms = FORMS[kind];
  if (!forms) continue;
  const [seen, heldOut] = [count(kind, forms.seen), count(kind, forms.heldOut)];
  const planted = seen.planted + heldOut.planted;
  const recall = (seen.found + heldOut.found) / planted;
  const bar = WITHOUT_BAR.has(kind) ? {} : { bar: String(RECALL_BAR), isMet: recall >= RECALL_BAR };
  const shares = {
    seen: seen.found / seen.planted,
    'held out': heldOut.found / heldOut.planted,
    'as its kind': (seen.asItsKind + heldOut.asItsKind) / planted,
    precision: precisionOf(kind),
  };
  const note = Object.entries(shares).map(([name, share]) => `${name} ${share.toFixed(3)}`);
  const time = `${ms((seen.ms + heldOut.ms) / planted)} a text`;
  figures.tell({ what: kind, value: recall.toFixed(3), ...bar, note: [...note, time].join(', ') });
}
for (const form of lost) console.log(`  not found: ${form}`);
reportHarmless();
reportLongest();

function count(kind: DetailKind, forms: readonly string[]): Count {
  const total: Count = { planted: 0, found: 0, asItsKind: 0, ms: 0 };
  for (const form of forms) {
    for (let seed = 0; seed < SEEDS; seed++) {
      for (const [before, after] of AROUND) {
        const planted = filled(form, seed);
        const start = performance.now();
        const found = findIdentifyingDetails(before + planted + after, 'en');
        total.ms += performance.now() - start;
        total.planted += 1;
        const over = found.filter((one) => one.start < before.length + planted.length && one.end > before.length);
        if (over.length > 0) total.found += 1;
        else lost.add(`${kind}: ${form}`);
        if (over.some((one) => one.kind === kind)) total.asItsKind += 1;
      }
    }
  }
  return total;
}

/** Of all that was called this kind in any text, the share that was planted there, whatever it was. */
function precisionOf(kind: DetailKind): number {
  let called = 0;
  let right = 0;
  for (const forms of Object.values(FORMS)) {
    for (const form of [...forms.seen, ...forms.heldOut]) {
      for (const [before, after] of AROUND) {
        const planted = filled(form, 1);
        for (const one of findIdentifyingDetails(before + planted + after, 'en')) {
          if (one.kind !== kind) continue;
          called += 1;
          if (one.start < before.length + planted.length && one.end > before.length) right += 1;
        }
      }
    }
  }
  return called === 0 ? 1 : right / called;
}

function reportHarmless(): void {
  const alarms = HARMLESS.filter((text) => findIdentifyingDetails(text, 'en').length > 0);
  const share = alarms.length / HARMLESS.length;
  figures.tell({
    what: `false alarms on ${HARMLESS.length} texts that hold none`,
    value: `${(share * 100).toFixed(1)} %`,
    bar: `${ALARM_BAR * 100} %`,
    isMet: share <= ALARM_BAR,
  });
  for (const text of alarms) console.log(`  ${text}`);
}

function reportLongest(): void {
  const post = Array.from({ length: 4 }, () => HARMLESS.join(' ')).join('\n\n');
  const times = Array.from({ length: 21 }, () => {
    const start = performance.now();
    findIdentifyingDetails(post, 'en');
    return performance.now() - start;
  });
  const median = quantile(times, 0.5);
  const what = `a post of ${post.length} characters`;
  figures.tell({ what, value: ms(median, 1), bar: `${MS_BAR} ms`, isMet: median <= MS_BAR });
}
