import type { Column, Question } from './evidence.ts';

/**
 * One world's question with what is known of it. `answers` are the right candidates of each case (none: the case teaches
 * nothing), `group` whose case it is: cases of one person belong together. `offset` is what was believed before, as logarithms.
 */
export type Lesson = {
  question: Question;
  columns: readonly Column[];
  answers: readonly (readonly number[])[];
  groups: readonly number[];
  offset: Float32Array;
};

/** How much each kind of evidence counts, by its name. */
export type Weights = ReadonlyMap<string, number>;

/** Belief of weights before anything was seen: around 0, in units of a column's own spread. */
const RIDGE = 2;
const ROUNDS = 25;
/** How sure it must be that a kind of evidence tells anything before it is listened to (deviations) … */
const SURE = 2.5;
/** … and surer if it speaks the other way round than one would think, or of few people, but more than these. */
const SURER = 4;
const FEWEST_PEOPLE = 3;

/**
 * What an attacker believes who has lived through other worlds, or knows who wrote what of others here: a conditional logit.
 * The posterior over the candidates of a case is proportional to exp(offset + Σ weight · evidence).
 *
 * @param isTaught which cases' answers may be used.
 * @param screen whether evidence must first show that it tells anything; without it, everything is listened to.
 */
export function learn(
  lessons: readonly Lesson[],
  isTaught: (lesson: number, theCase: number) => boolean,
  { screen }: { screen: boolean },
): Weights {
  const scales = scalesOf(lessons);
  const names = screen ? telling(lessons, isTaught, scales) : [...scales.keys()];
  return climb(lessons, isTaught, { names, scales });
}

/** The posterior of every case, as probabilities over its candidates. */
export function believe(lesson: Omit<Lesson, 'answers' | 'groups'>, weights: Weights): Float32Array {
  const { cases, candidates, allowed } = lesson.question;
  const scores = Float32Array.from(lesson.offset);
  for (const { name, values } of lesson.columns) {
    const weight = weights.get(name) ?? 0;
    if (weight !== 0)
      for (let at = 0; at < scores.length; at++) scores[at] = (scores[at] ?? 0) + weight * (values[at] ?? 0);
  }
  for (let i = 0; i < cases; i++) softmax(scores, allowed, i * candidates, candidates);
  return scores;
}

function softmax(scores: Float32Array, allowed: Uint8Array, start: number, count: number): void {
  let highest = -Infinity;
  for (let at = start; at < start + count; at++) if (allowed[at] === 1) highest = Math.max(highest, scores[at] ?? 0);
  let sum = 0;
  for (let at = start; at < start + count; at++) {
    const value = allowed[at] === 1 ? Math.exp((scores[at] ?? 0) - highest) : 0;
    scores[at] = value;
    sum += value;
  }
  for (let at = start; at < start + count; at++) scores[at] = (scores[at] ?? 0) / sum;
}

/** The spread of each kind of evidence within a case, over all worlds. Kinds that never differ are left out. */
function scalesOf(lessons: readonly Lesson[]): Map<string, number> {
  const squares = new Map<string, { sum: number; count: number }>();
  for (const { question, columns } of lessons) {
    const flat = evenly(question);
    for (const { name, values } of columns) {
      const known = squares.get(name) ?? { sum: 0, count: 0 };
      for (let i = 0; i < question.cases; i++) known.sum += momentsOf(values, flat, i, question.candidates).variance;
      known.count += question.cases;
      squares.set(name, known);
    }
  }
  const all = lessons.reduce((sum, { question }) => sum + question.cases, 0);
  const spreads = [...squares].map(([name, { sum }]) => [name, Math.sqrt(sum / all)] as const);
  return new Map(spreads.filter(([, spread]) => spread > 1e-6));
}

function evenly({ cases, candidates, allowed }: Question): Float32Array {
  const flat = new Float32Array(cases * candidates);
  for (let i = 0; i < cases; i++) softmax(flat, allowed, i * candidates, candidates);
  return flat;
}

function momentsOf(values: Float32Array, beliefs: Float32Array, theCase: number, candidates: number) {
  const start = theCase * candidates;
  let [mean, square] = [0, 0];
  for (let at = start; at < start + candidates; at++) {
    const weighed = (beliefs[at] ?? 0) * (values[at] ?? 0);
    mean += weighed;
    square += weighed * (values[at] ?? 0);
  }
  return { mean, variance: Math.max(0, square - mean * mean) };
}

/** The names of the evidence that the taught cases agree about, person by person. */
function telling(
  lessons: readonly Lesson[],
  isTaught: (lesson: number, theCase: number) => boolean,
  scales: ReadonlyMap<string, number>,
): string[] {
  const found = new Map<string, { byPerson: Map<string, number>; information: number }>();
  lessons.forEach((lesson, l) => {
    const { question, columns, answers, groups } = lesson;
    const before = believe({ ...lesson, columns: [] }, new Map());
    for (const { name, values } of columns) {
      const scale = scales.get(name);
      if (scale === undefined) continue;
      const known = found.get(name) ?? { byPerson: new Map<string, number>(), information: 0 };
      found.set(name, known);
      for (let i = 0; i < question.cases; i++) {
        const right = answers[i] ?? [];
        if (right.length === 0 || !isTaught(l, i)) continue;
        const { mean, variance } = momentsOf(values, before, i, question.candidates);
        const pull = (meanOfRight(values, before, i * question.candidates, right) - mean) / scale;
        const person = `${l}/${groups[i] ?? ''}`;
        known.byPerson.set(person, (known.byPerson.get(person) ?? 0) + pull);
        known.information += variance / scale ** 2;
      }
    }
  });
  return [...found]
    .filter(([, { byPerson, information }]) => isTelling([...byPerson.values()], information))
    .map(([name]) => name);
}

function isTelling(pulls: readonly number[], information: number): boolean {
  const sum = pulls.reduce((all, pull) => all + pull, 0);
  const robust = sum / Math.sqrt(pulls.reduce((all, pull) => all + pull * pull, 1e-12));
  const plain = sum / Math.sqrt(information + 1e-12);
  const agreeing = pulls.filter((pull) => pull * sum > 0 && Math.abs(pull) > Math.abs(sum) / (4 * pulls.length)).length;
  return robust >= SURE || robust <= -SURER || (Math.abs(plain) >= SURER && agreeing >= FEWEST_PEOPLE);
}

/** What the evidence says of the right candidates, weighed by what is believed of them. */
function meanOfRight(values: Float32Array, beliefs: Float32Array, start: number, right: readonly number[]): number {
  let [sum, mass] = [0, 0];
  for (const candidate of right) {
    const belief = Math.max(1e-12, beliefs[start + candidate] ?? 0);
    sum += belief * (values[start + candidate] ?? 0);
    mass += belief;
  }
  return sum / mass;
}

type Climb = { names: readonly string[]; scales: ReadonlyMap<string, number> };

/** The most probable weights, by Newton's method with the step halved until it helps. */
function climb(
  lessons: readonly Lesson[],
  isTaught: (lesson: number, theCase: number) => boolean,
  { names, scales }: Climb,
): Weights {
  const inUse = lessons.map(({ columns }) =>
    names.map((name) => columns.find((column) => column.name === name)?.values),
  );
  const unit = names.map((name) => scales.get(name) ?? 1);
  let weights = names.map(() => 0);
  const asMap = (given: readonly number[]): Weights =>
    new Map(names.map((name, k) => [name, (given[k] ?? 0) / (unit[k] ?? 1)]));
  const heightOf = (given: readonly number[]): number =>
    lessons.reduce(
      (sum, lesson, l) => sum + likelihood(lesson, believe(lesson, asMap(given)), (i) => isTaught(l, i)),
      0,
    ) -
    (RIDGE / 2) * given.reduce((sum, weight) => sum + weight * weight, 0);
  let height = names.length === 0 ? 0 : heightOf(weights);
  for (let round = 0; round < ROUNDS && names.length > 0; round++) {
    const { gradient, curvature } = slopes(lessons, isTaught, {
      inUse,
      unit,
      weights,
      beliefsOf: (lesson) => believe(lesson, asMap(weights)),
    });
    const step = solve(curvature, gradient);
    const better = betterStep(weights, step, height, heightOf);
    if (!better || better.height - height < 1e-4) break;
    ({ weights, height } = better);
  }
  return asMap(weights);
}

function betterStep(
  weights: readonly number[],
  step: readonly number[],
  height: number,
  heightOf: (weights: readonly number[]) => number,
): { weights: number[]; height: number } | null {
  for (let length = 1; length > 0.01; length /= 2) {
    const tried = weights.map((weight, k) => weight + length * (step[k] ?? 0));
    const reached = heightOf(tried);
    if (reached > height) return { weights: tried, height: reached };
  }
  return null;
}

function likelihood(
  { question, answers }: Lesson,
  beliefs: Float32Array,
  isTaught: (theCase: number) => boolean,
): number {
  let sum = 0;
  answers.forEach((right, i) => {
    if (right.length === 0 || !isTaught(i)) return;
    const mass = right.reduce((all, candidate) => all + (beliefs[i * question.candidates + candidate] ?? 0), 0);
    sum += Math.log(Math.max(1e-12, mass));
  });
  return sum;
}

type Slope = {
  inUse: readonly (readonly (Float32Array | undefined)[])[];
  unit: readonly number[];
  weights: readonly number[];
  beliefsOf: (lesson: Lesson) => Float32Array;
};

function slopes(
  lessons: readonly Lesson[],
  isTaught: (lesson: number, theCase: number) => boolean,
  { inUse, unit, weights, beliefsOf }: Slope,
): { gradient: number[]; curvature: number[][] } {
  const size = weights.length;
  const gradient = weights.map((weight) => -RIDGE * weight);
  const curvature: number[][] = weights.map((_, k) => weights.map((__, m) => (k === m ? RIDGE : 0)));
  lessons.forEach((lesson, l) => {
    const { candidates } = lesson.question;
    const columns = inUse[l] ?? [];
    const beliefs = beliefsOf(lesson);
    const mean = new Float64Array(size);
    const product = new Float64Array(size * size);
    lesson.answers.forEach((right, i) => {
      if (right.length === 0 || !isTaught(l, i)) return;
      const start = i * candidates;
      mean.fill(0);
      product.fill(0);
      for (let at = start; at < start + candidates; at++) {
        const belief = beliefs[at] ?? 0;
        if (belief < 1e-9) continue;
        for (let k = 0; k < size; k++) {
          const weighed = (belief * (columns[k]?.[at] ?? 0)) / (unit[k] ?? 1);
          if (weighed === 0) continue;
          mean[k] = (mean[k] ?? 0) + weighed;
          for (let m = 0; m <= k; m++) {
            product[k * size + m] = (product[k * size + m] ?? 0) + (weighed * (columns[m]?.[at] ?? 0)) / (unit[m] ?? 1);
          }
        }
      }
      for (let k = 0; k < size; k++) {
        const values = columns[k];
        const wanted = values ? meanOfRight(values, beliefs, start, right) / (unit[k] ?? 1) : 0;
        gradient[k] = (gradient[k] ?? 0) + wanted - (mean[k] ?? 0);
        for (let m = 0; m <= k; m++) {
          const value = (product[k * size + m] ?? 0) - (mean[k] ?? 0) * (mean[m] ?? 0);
          const row = curvature[k];
          const mirrored = curvature[m];
          if (row) row[m] = (row[m] ?? 0) + value;
          if (mirrored && m !== k) mirrored[k] = (mirrored[k] ?? 0) + value;
        }
      }
    });
  });
  return { gradient, curvature };
}

/** Solves `matrix · x = right` for a symmetric positive matrix, by elimination. */
export function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, k) => [...row, right[k] ?? 0]);
  const size = right.length;
  for (let k = 0; k < size; k++) {
    const pivot = rows[k] ?? [];
    for (let m = k + 1; m < size; m++) {
      const row = rows[m] ?? [];
      const factor = (row[k] ?? 0) / (pivot[k] ?? 1);
      for (let c = k; c <= size; c++) row[c] = (row[c] ?? 0) - factor * (pivot[c] ?? 0);
    }
  }
  const found = new Array<number>(size).fill(0);
  for (let k = size - 1; k >= 0; k--) {
    const row = rows[k] ?? [];
    const known = found.reduce((sum, value, m) => (m > k ? sum + value * (row[m] ?? 0) : sum), 0);
    found[k] = ((row[size] ?? 0) - known) / (row[k] ?? 1);
  }
  return found;
}
