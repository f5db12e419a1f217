import type { Refusal } from './render-body.server.ts';

/** To a form that was published before its writer wrote on, without having seen an answer: neither of the two texts is lost. */
export const ALREADY_SENT: Refusal = { kind: 'refused', field: 'body', fault: 'faults.alreadySent' };
