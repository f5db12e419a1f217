import { itAnswersWhateverIsAsked } from './testing/odd-questions.ts';

itAnswersWhateverIsAsked(() => Promise.resolve(null));
