import type { PostOffice } from './letter.ts';

let office: PostOffice | undefined;

/** Hands in what takes mails, at start; without one nothing about mail is offered. Tests hand in their own, or none again. */
export function usePostOffice(opened: PostOffice | undefined): void {
  office = opened;
}

export function isMailOn(): boolean {
  return office !== undefined;
}

/** @throws Error where there is none. */
export function postOffice(): PostOffice {
  if (!office) throw new Error('This forum sends no mail');
  return office;
}
