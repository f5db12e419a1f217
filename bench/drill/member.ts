import { randomBytes } from 'node:crypto';
import { base32 } from '#app/platform/ids.server.ts';
import { Browser, type BrowserOptions, type Page } from '../attack/world/browser.ts';

const PASSWORD = 'four plain words together';

export type WriteAs = 'anonymous' | 'pen-name';

type Who = Pick<BrowserOptions, 'keepsConnection'> & { penName?: string };

type Opening = { word?: string; as?: WriteAs };

/** A member at their browser, who may be sent to any of the instances. */
export class Member {
  readonly penName: string;
  readonly browser: Browser;
  readonly #number: number;

  /** @param number another for each, as if each came from an address of their own. */
  constructor(
    origin: string,
    number: number,
    { penName = `m${base32(randomBytes(6))}`, keepsConnection = false }: Who = {},
  ) {
    this.#number = number;
    this.penName = penName;
    this.browser = new Browser(origin, { address: `10.1.${number >> 8}.${number & 255}`, keepsConnection });
  }

  /** The same person at a forum of another address. */
  at(origin: string): Member {
    return new Member(origin, this.#number, { penName: this.penName });
  }

  async join(): Promise<void> {
    expectStatus(await this.browser.post('/join', { penName: this.penName, password: PASSWORD }), 200);
  }

  async signIn(): Promise<void> {
    expectStatus(await this.browser.post('/sign-in', { penName: this.penName, password: PASSWORD }), 303);
  }

  /** Starts a thread, with `word` in its text, and gives its path. */
  async startThread(topic: string, title: string, { word = '', as = 'pen-name' }: Opening = {}): Promise<string> {
    const page = await this.browser.post('/threads/new', {
      ...{ title, body: `What I know of it. ${title} ${word}`, question: 'What would you do in my place?', topic },
      ...{ kind: 'dilemma', language: 'en', perspective: 'undisclosed', as, formKey: newKey() },
    });
    expectStatus(page, 303);
    return (page.location ?? '').replace(/[?#].*$/, '');
  }

  /** Replies with a text that has `word` in it. */
  reply(thread: string, word: string, as: WriteAs = 'pen-name'): Promise<Page> {
    const body = `I have thought about it and would ask ${word} first.`;
    return this.browser.post(thread, { body, perspective: 'undisclosed', as, formKey: newKey() });
  }
}

/** Finds the words of `newWord` in a text. */
export const WORDS = /\bzz[a-p]{16}\b/g;

/** A word that stands nowhere else. It has no digits: many of them are taken for the number of an account, and its writer is asked. */
export function newWord(): string {
  return `zz${[...randomBytes(16)].map((byte) => 'abcdefghijklmnop'[byte % 16]).join('')}`;
}

/** An answer of another status than what was done should have. */
export class UnexpectedStatus extends Error {
  override name = 'UnexpectedStatus';
  readonly status: number;

  constructor({ status, text }: Page, expected: number) {
    super(`${status} instead of ${expected}: ${text.replace(/<[^>]*>/g, ' ').slice(0, 300)}`);
    this.status = status;
  }
}

/** @throws UnexpectedStatus */
export function expectStatus(page: Page, status: number): void {
  if (page.status !== status) throw new UnexpectedStatus(page, status);
}

function newKey(): string {
  return base32(randomBytes(10));
}
