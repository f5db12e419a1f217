import type { Connection } from './connection.ts';
import { multiSearch, type Answer, type Ask, type Question } from './multi-search.ts';

type Waiting = {
  questions: readonly Question[];
  answered: (answers: Answer<object>[]) => void;
  failed: (error: unknown) => void;
};

/** Asks as `multiSearch` does, with one request for all that is asked in the same turn: each costs the web process more than what is asked with it. */
export function askedTogether(connection: Connection): Ask {
  let waiting: Waiting[] = [];
  const send = async (): Promise<void> => {
    const sent = waiting;
    waiting = [];
    try {
      const answers = await multiSearch<object>(
        connection,
        sent.flatMap(({ questions }) => questions),
      );
      for (const { questions, answered } of sent) answered(answers.splice(0, questions.length));
    } catch (error) {
      for (const { failed } of sent) failed(error);
    }
  };
  return <Document extends object>(questions: readonly Question[]) => {
    if (questions.length === 0) return Promise.resolve([]);
    return new Promise<Answer<Document>[]>((resolve, failed) => {
      const answered = (answers: Answer<object>[]) => resolve(answers as Answer<Document>[]);
      if (waiting.push({ questions, answered, failed }) === 1) queueMicrotask(() => void send());
    });
  };
}
