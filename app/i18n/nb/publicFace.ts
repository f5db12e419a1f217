import type { publicFace as english } from '../en/publicFace.ts';
import type { Translated } from '../catalogue.ts';

export const publicFace: Translated<typeof english> = {
  enginesTitle: 'Søkemotorer',
  keepOut: 'Hold tråden utenfor søkemotorer',
  keepOutHint: 'Den kan fortsatt leses og finnes her. Søkemotorer blir bedt om å utelate den, og de store gjør det.',
  isKeptOut: 'De er bedt om å utelate tråden din.',
  isFound: 'De kan finne tråden din.',
  keepOutNow: 'Hold den utenfor',
  letIn: 'La dem finne den',
};
