import { believe, learn, UNSCHOOLED, type Lesson, type Schooling, type Weights } from '../figures/choice-model.ts';
import type { Column, Evidence, Question } from '../figures/evidence.ts';
import { successOf, type Scored, type Success } from '../figures/scores.ts';
import type { Loot } from '../loot/loot.ts';
import type { Truth } from '../world/truth.ts';
import { flagQuestion, flagsFromLoot, flagsFromPages, type FlagQuestion } from './flag-evidence.ts';
import { joiningFromLoot } from './joining-evidence.ts';
import { answersFor, type Answers } from './known-truth.ts';
import { attributionFromLoot } from './loot-evidence.ts';
import { attributionFromPages, joiningFromPages } from './public-evidence.ts';
import { publicView, type PublicView } from './public-view.ts';
import { surroundingsIn, type SeizedView } from './surroundings.ts';

/** A world as it was seized, and the truth that only the scoring (and the attacker's schooling) may see. */
export type SeizedWorld = { loot: Loot; truth: Truth };

/** What the public pages alone yield: made once, for no leak changes them. */
export type Chance = {
  worlds: PublicWorld[];
  attribution: Float32Array[];
  joining: Float32Array[];
  flags: Float32Array[];
};

type PublicWorld = { view: PublicView; answers: Answers; truth: Truth; raised: FlagQuestion };

/** Whose posts are they, and which belong together: how well each attacker answers, question by question. */
export type Outcome = Record<FigureName, Answered>;

/** `known`: every kind of evidence there was; `learned`: the weights of what was heard. */
export type Answered = { scored: Scored[]; heard: string[]; learned: Weights; known: ReadonlySet<string> };

/** What the attacker brings along: weights of evidence, learned where it was met before. */
export type School = Record<FigureName, Weights>;

export const NO_SCHOOL: School = { attribution: UNSCHOOLED, joining: UNSCHOOLED, flags: UNSCHOOLED };

export const FIGURES = ['attribution', 'joining', 'flags'] as const;
export type FigureName = (typeof FIGURES)[number];

/**
 * Members are put into this many parts. What is believed of one part's personas was learned from the others', of all worlds: the
 * attacker has run the forum with people of its own, and knows the truth of everybody but those it asks about.
 */
const PARTS = 4;

export function attackPages(worlds: readonly SeizedWorld[]): Chance {
  const seen = worlds.map(({ loot, truth }) => {
    const view = publicView(loot);
    const answers = answersFor(loot, view, truth);
    return { view, truth, answers, raised: flagQuestion(loot, view, { truth, answers }) };
  });
  const byPages = seen.map(({ view }) => attributionFromPages(view));
  const lessons = seen.map((world, w) => attributionLesson(world, byPages[w], flat(byPages[w]?.question)));
  const { beliefs: attribution } = crossLearn(lessons, FROM_PAGES);
  const pairs = seen.map(({ view }, w) => joiningFromPages(view, sameAuthorBy(attribution[w], view)));
  const pairLessons = seen.map((world, w) => joiningLesson(world, pairs[w], flat(pairs[w]?.question)));
  const flagLessons = seen.map((world) =>
    flagLesson(world, flagsFromPages(world.raised, world.view), flat(world.raised.question)),
  );
  return {
    worlds: seen,
    attribution,
    joining: crossLearn(pairLessons, FROM_PAGES).beliefs,
    flags: crossLearn(flagLessons, FROM_PAGES).beliefs,
  };
}

/** The same attacker with the loot besides: it begins from what the pages told it. */
export function attackLoot(chance: Chance, loots: readonly Loot[], school: School): Outcome {
  const seized = chance.worlds.map((world, w) => seizedView(world, lootOf(loots, w)));
  const lessons = seized.map((one, w) =>
    attributionLesson(one.world, attributionFromLoot(one), logsOf(chance.attribution[w])),
  );
  const attribution = crossLearn(lessons, { screen: true, school: school.attribution });
  const pairLessons = seized.map((one, w) => {
    const pairs = joiningFromLoot(one, sameAuthorBy(attribution.beliefs[w], one.view));
    return joiningLesson(one.world, pairs, logsOf(chance.joining[w]));
  });
  const joining = crossLearn(pairLessons, { screen: true, school: school.joining });
  const flagLessons = seized.map((one, w) =>
    flagLesson(one.world, flagsFromLoot(one.world.raised, one), logsOf(chance.flags[w])),
  );
  const flags = crossLearn(flagLessons, { screen: true, school: school.flags });
  return {
    attribution: outcome(chance.worlds, attribution, { lessons, before: chance.attribution }),
    joining: outcome(chance.worlds, joining, { lessons: pairLessons, before: chance.joining }),
    flags: outcome(chance.worlds, flags, { lessons: flagLessons, before: chance.flags }),
  };
}

/** A loot may call things by other ids than the pages' view did (a planted leak): the order of accounts and personas is the same. */
function seizedView(world: PublicWorld, loot: Loot): SeizedView & { world: PublicWorld } {
  const view = publicView(loot);
  return { world, loot, view, around: surroundingsIn(loot, view) };
}

type Learning = { lessons: readonly Lesson[]; before: readonly Float32Array[] };

function outcome(worlds: readonly PublicWorld[], learned: Learned, { lessons, before }: Learning): Answered {
  const scored = score(worlds, lessons, { chance: before, loot: learned.beliefs });
  const known = new Set(lessons.flatMap(({ columns }) => columns.map(({ name }) => name)));
  return { scored, heard: [...learned.learned.keys()], learned: learned.learned, known };
}

function lootOf(loots: readonly Loot[], world: number): Loot {
  const loot = loots[world];
  if (!loot) throw new Error('A world without its loot');
  return loot;
}

type Known = { question: Question; columns: readonly Column[] } | undefined;

/** A persona counts once for each of its posts. */
const weightsOf = ({ personas }: PublicView): number[] => personas.map(({ posts }) => posts.length);

function attributionLesson({ view, answers }: PublicWorld, known: Known, offset: Float32Array): Lesson {
  if (!known) throw new Error('A world without evidence');
  return {
    question: known.question,
    columns: known.columns,
    answers: answers.accountOfPersona.map((account) => (account < 0 ? [] : [account])),
    groups: answers.accountOfPersona,
    weights: weightsOf(view),
    offset,
  };
}

/** Right are all personas of the same person in other threads; who has none asks no question. */
function joiningLesson({ view, answers }: PublicWorld, known: Known, offset: Float32Array): Lesson {
  if (!known) throw new Error('A world without evidence');
  const { question, columns } = known;
  const authors = answers.accountOfPersona;
  const isRight = (i: number, j: number): boolean =>
    authors[i] === authors[j] && question.allowed[i * question.candidates + j] === 1;
  return {
    question,
    columns,
    answers: authors.map((author, i) => (author < 0 ? [] : [...authors.keys()].filter((j) => isRight(i, j)))),
    groups: authors,
    weights: weightsOf(view),
    offset,
  };
}

function flagLesson({ raised }: PublicWorld, known: Evidence, offset: Float32Array): Lesson {
  const { answers, flaggers: groups } = raised;
  return { question: known.question, columns: known.columns, answers, groups, offset };
}

type Learned = { beliefs: Float32Array[]; learned: Weights };

/** On what everybody sees, everything is listened to. */
const FROM_PAGES: Schooling = { screen: false, school: UNSCHOOLED };

/** Each part of the members judged by what the other parts taught. */
function crossLearn(lessons: readonly Lesson[], schooling: Schooling): Learned {
  const partOf = (lesson: number, theCase: number): number => (lessons[lesson]?.groups[theCase] ?? 0) % PARTS;
  const beliefs = lessons.map(({ offset }) => new Float32Array(offset.length));
  const sums = new Map<string, number>();
  for (let part = 0; part < PARTS; part++) {
    const weights: Weights = learn(lessons, (l, i) => partOf(l, i) !== part, schooling);
    for (const [name, weight] of weights) sums.set(name, (sums.get(name) ?? 0) + weight / PARTS);
    lessons.forEach((lesson, l) => {
      const judged = believe(lesson, weights);
      const { cases, candidates } = lesson.question;
      for (let i = 0; i < cases; i++) {
        if (partOf(l, i) !== part) continue;
        beliefs[l]?.set(judged.subarray(i * candidates, (i + 1) * candidates), i * candidates);
      }
    });
  }
  return { beliefs, learned: sums };
}

function sameAuthorBy(beliefs: Float32Array | undefined, { accounts }: PublicView): (i: number, j: number) => number {
  const count = accounts.length;
  return (i, j) => {
    let sum = 0;
    for (let a = 0; a < count; a++) sum += (beliefs?.[i * count + a] ?? 0) * (beliefs?.[j * count + a] ?? 0);
    return sum;
  };
}

function flat(question: Question | undefined): Float32Array {
  return new Float32Array((question?.cases ?? 0) * (question?.candidates ?? 0));
}

function logsOf(beliefs: Float32Array | undefined): Float32Array {
  return (beliefs ?? new Float32Array()).map((belief) => Math.log(Math.max(1e-9, belief)));
}

const NO_LESSON = { question: null, answers: [], groups: [], weights: undefined };

type Beliefs = { chance: readonly Float32Array[]; loot: readonly Float32Array[] };

function score(worlds: readonly PublicWorld[], lessons: readonly Lesson[], { chance, loot }: Beliefs): Scored[] {
  return worlds.flatMap(({ answers, truth }, w) => {
    const { question, answers: right, groups, weights } = lessons[w] ?? NO_LESSON;
    return right.flatMap((candidates, i) => {
      const account = groups[i] ?? -1;
      if (candidates.length === 0 || !question) return [];
      const success = (beliefs: readonly Float32Array[]): Success =>
        successOf(beliefs[w] ?? new Float32Array(), i * question.candidates, question.candidates, candidates);
      const weight = weights?.[i] ?? 1;
      const trait = answers.traitOfAccount[account] ?? '';
      return [{ seed: truth.seed, person: account, trait, weight, chance: success(chance), loot: success(loot) }];
    });
  });
}
