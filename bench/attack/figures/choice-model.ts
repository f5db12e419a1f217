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
  /** How often each case counts in the figures; once if not said. */
  weights?: readonly number[];
  offset: Float32Array;
};

/** How much each kind of evidence counts, by its name. */
export type Weights = ReadonlyMap<string, number>;

/**
 * Belief of weights before anything was seen: around 0, in units of a column's own spread. Held to more firmly where everything
 * is listened to than where evidence has shown that it tells something.
 */
const RIDGE = { all: 2, screened: 0.3, schooled: 2 };
/** What nobody needs to learn: that equal values of many random bits are no coincidence. Counts as a logarithm. */
const CERTAIN = { prefix: 'key: ', weight: 6 };
const ROUNDS = 25;
/** How sure it must be that a kind of evidence tells anything before it is listened to (deviations) … */
const SURE = 3.2;
/** … and surer if it speaks the other way round than one would think, or of few people, but more than these. */
const SURER = 5;
const FEWEST_PEOPLE = 3;
/** Cases of one world that are learned from, at most: more teach little and take long. */
const MOST_CASES = 300;

/**
 * What an attacker believes who has lived through other worlds, or knows who wrote what of others here: a conditional logit.
 * The posterior over the candidates of a case is proportional to exp(offset + Σ weight · evidence).
 *
 * @param isTaught which cases' answers may be used.
 */
export function learn(
  lessons: readonly Lesson[],
  isTaught: (lesson: number, theCase: number) => boolean,
  { screen, school }: Schooling,
): Weights {
  const scales = scalesOf(lessons);
  const taught = lessons.map((lesson, l) =>
    onlyCases(
      lesson,
      taughtCases(lesson, (i) => isTaught(l, i)),
    ),
  );
  const known = [...scales.keys()].filter((name) => school.has(name) || name.startsWith(CERTAIN.prefix));
  const names = screen ? [...new Set([...known, ...telling(taught, scales)])] : [...scales.keys()];
  const beliefs = names.map((name): Prior => {
    const schooled = school.get(name) ?? (name.startsWith(CERTAIN.prefix) ? CERTAIN.weight : undefined);
    const unit = scales.get(name) ?? 1;
    if (schooled !== undefined) return { name, unit, first: schooled * unit, ridge: RIDGE.schooled };
    return { name, unit, first: 0, ridge: screen ? RIDGE.screened : RIDGE.all };
  });
  return climb(taught, beliefs);
}

/**
 * `screen`: whether evidence must first show that it tells anything; without it, everything is listened to. `school`: weights of
 * evidence that the attacker has met before (other worlds, other mistakes), which it begins from and always hears.
 */
export type Schooling = { screen: boolean; school: Weights };

export const UNSCHOOLED: Weights = new Map();

/** The cases that have an answer which may be used, evenly thinned out where there are many. */
function taughtCases({ answers }: Lesson, isTaught: (theCase: number) => boolean): number[] {
  const all = [...answers.keys()].filter((i) => (answers[i]?.length ?? 0) > 0 && isTaught(i));
  const step = Math.max(1, all.length / MOST_CASES);
  return Array.from({ length: Math.min(all.length, MOST_CASES) }, (_, k) => all[Math.floor(k * step)] ?? 0);
}

/** A lesson of some of its cases. */
function onlyCases(lesson: Lesson, cases: readonly number[]): Lesson {
  const { candidates } = lesson.question;
  const pick = <Values extends Float32Array | Uint8Array>(values: Values, into: Values): Values => {
    cases.forEach((from, to) => into.set(values.subarray(from * candidates, (from + 1) * candidates), to * candidates));
    return into;
  };
  const size = cases.length * candidates;
  return {
    question: { cases: cases.length, candidates, allowed: pick(lesson.question.allowed, new Uint8Array(size)) },
    columns: lesson.columns.map(({ name, values }) => ({ name, values: pick(values, new Float32Array(size)) })),
    answers: cases.map((i) => lesson.answers[i] ?? []),
    groups: cases.map((i) => lesson.groups[i] ?? -1),
    offset: pick(lesson.offset, new Float32Array(size)),
  };
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
function telling(lessons: readonly Lesson[], scales: ReadonlyMap<string, number>): string[] {
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

/** What is believed of one weight before these cases; weights are reckoned in units of their column's spread. */
type Prior = { name: string; unit: number; first: number; ridge: number };

/** The most probable weights, by Newton's method with the step halved until it helps. */
function climb(lessons: readonly Lesson[], priors: readonly Prior[]): Weights {
  let weights = priors.map(({ first }) => first);
  if (priors.length === 0) return new Map();
  const inUse = lessons.map(({ columns }) =>
    priors.map(({ name }) => columns.find((column) => column.name === name)?.values),
  );
  const asMap = (given: readonly number[]): Weights =>
    new Map(priors.map(({ name, unit }, k) => [name, (given[k] ?? 0) / unit]));
  const heightOf = (given: readonly number[]): number =>
    lessons.reduce((sum, lesson) => sum + likelihood(lesson, believe(lesson, asMap(given))), 0) -
    priors.reduce((sum, { first, ridge }, k) => sum + (ridge / 2) * ((given[k] ?? 0) - first) ** 2, 0);
  let height = heightOf(weights);
  for (let round = 0; round < ROUNDS; round++) {
    const beliefsOf = (lesson: Lesson): Float32Array => believe(lesson, asMap(weights));
    const { gradient, curvature } = slopes(lessons, { inUse, priors, weights, beliefsOf });
    const better = betterStep(weights, solve(curvature, gradient), height, heightOf);
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

function likelihood({ question, answers }: Lesson, beliefs: Float32Array): number {
  let sum = 0;
  answers.forEach((right, i) => {
    const mass = right.reduce((all, candidate) => all + (beliefs[i * question.candidates + candidate] ?? 0), 0);
    sum += Math.log(Math.max(1e-12, mass));
  });
  return sum;
}

type Slope = {
  inUse: readonly (readonly (Float32Array | undefined)[])[];
  priors: readonly Prior[];
  weights: readonly number[];
  beliefsOf: (lesson: Lesson) => Float32Array;
};

function slopes(
  lessons: readonly Lesson[],
  { inUse, priors, weights, beliefsOf }: Slope,
): { gradient: number[]; curvature: number[][] } {
  const size = weights.length;
  const unit = priors.map((prior) => prior.unit);
  const gradient = priors.map(({ first, ridge }, k) => -ridge * ((weights[k] ?? 0) - first));
  const curvature: number[][] = priors.map(({ ridge }, k) => weights.map((_, m) => (k === m ? ridge : 0)));
  lessons.forEach((lesson, l) => {
    const { candidates } = lesson.question;
    const columns = inUse[l] ?? [];
    const beliefs = beliefsOf(lesson);
    const mean = new Float64Array(size);
    const product = new Float64Array(size * size);
    lesson.answers.forEach((right, i) => {
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
