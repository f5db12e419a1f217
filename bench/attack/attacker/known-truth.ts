import { rowsOf, text, type Loot } from '../loot/loot.ts';
import type { PersonTruth, Truth } from '../world/truth.ts';
import type { PublicView } from './public-view.ts';

/** The right answers, from what the driver knows: for each persona of `view` the person, for each person the account. */
export type Answers = {
  /** Index in `view.accounts` of each persona's author. */
  accountOfPersona: number[];
  /** Index in `truth.people` of each account; -1 for an account that the driver did not make. */
  personOfAccount: number[];
  /** The group of each account's member, for the worst tenth. */
  traitOfAccount: string[];
};

export function answersFor(loot: Loot, view: PublicView, truth: Truth): Answers {
  const personOfName = new Map(truth.people.map(({ penName }, person) => [penName, person]));
  const personOfAccount = view.accounts.map(({ penName }) => personOfName.get(penName) ?? -1);
  const accountOfPerson = new Map(personOfAccount.map((person, account) => [person, account]));
  const personOfPost = new Map(
    truth.acts.filter(({ kind }) => kind === 'post').map((act) => [`${act.threadId}/${act.number}`, act.person]),
  );
  const personOfPersona = new Map(
    rowsOf(loot, 'posts').map((post) => [
      post['persona_id'],
      personOfPost.get(`${text(post, 'thread_id')}/${text(post, 'number')}`),
    ]),
  );
  return {
    accountOfPersona: view.personas.map(({ id }) => accountOfPerson.get(personOfPersona.get(id) ?? -1) ?? -1),
    personOfAccount,
    traitOfAccount: personOfAccount.map((person) => traitOf(truth.people[person], truth)),
  };
}

/** Perspectives of fewer people than this share are rare. */
const RARE = 0.04;

/** One group for each member, the most telling of those they belong to. */
function traitOf(person: PersonTruth | undefined, { people }: Truth): string {
  if (!person) return 'unknown';
  const alike = people.filter(({ perspective }) => perspective === person.perspective).length;
  if (person.language !== 'en') return 'rare language';
  if (person.habit !== 'regular') return person.habit;
  if (alike <= RARE * people.length) return 'rare perspective';
  return person.anonymousShare === 1 ? 'anonymous alone' : 'regular';
}
