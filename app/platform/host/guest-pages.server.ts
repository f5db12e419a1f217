import type { IncomingMessage } from 'node:http';
import type { Database } from '#prisma/client.ts';
import { readCookies } from '../cookies.server.ts';
import { recordPage } from '../page-record.server.ts';
import { forgetAll, forgetChanged, rememberWhile } from '../told-memory.server.ts';
import { KeptPage } from './kept-page.server.ts';
import { pageKey, sharedAddress, type GuestReader, type SharedAddress } from './kept-pages.ts';
import { PageCache, type MadePage } from './page-cache.server.ts';
import { PageChanges, type OnChange } from './page-changes.server.ts';
import { preferredLanguage } from './preferred-language.ts';
import { mayBeBehind, ReplicaGate } from './replica-gate.server.ts';
import type { Answer } from './send.server.ts';

type Asked = Pick<IncomingMessage, 'url' | 'method' | 'headers'>;

type Remembered = Readonly<Record<string, (() => void) | undefined>>;

/** What guests read: from memory where it can be, made once for all where it must (docs/decisions/091). */
export class GuestPages {
  readonly #cache: PageCache;
  readonly #gate: ReplicaGate | undefined;
  readonly #isCurrent: () => boolean;
  #changes: PageChanges | undefined;

  private constructor({ presence, replica }: Database) {
    this.#isCurrent = () => presence.isHearing();
    this.#cache = new PageCache(this.#isCurrent);
    this.#gate = replica && new ReplicaGate(replica);
  }

  /**
   * Begins to follow what changes in `database`, until `close`.
   *
   * @param remembered what the program keeps in memory of a table, and has to forget when it changes.
   */
  static async open(database: Database, remembered: Remembered = {}): Promise<GuestPages> {
    const pages = new GuestPages(database);
    const forgetting: OnChange = {
      change: (tags) => {
        forgetChanged(tags);
        tags.forEach((tag) => remembered[tag]?.());
      },
      changeAll: () => {
        forgetAll();
        Object.values(remembered).forEach((forget) => forget?.());
      },
    };
    // Pages come last: one that is made anew at once must not find what is remembered.
    const all = [forgetting, ...(pages.#gate ? [pages.#gate] : []), pages.#cache];
    pages.#changes = await PageChanges.follow(database, {
      change: (tags) => all.forEach((one) => one.change(tags)),
      changeAll: () => all.forEach((one) => one.changeAll()),
    });
    rememberWhile(pages.#isCurrent);
    return pages;
  }

  /** The page in memory that answers this request, if there is one. */
  find(request: Asked): KeptPage | undefined {
    const { method, url = '/' } = request;
    if (method !== 'GET' && method !== 'HEAD') return undefined;
    const reader = guestReader(request);
    // Only what is kept is found, so that most addresses need no look at what they are.
    const address = url.includes('?') ? sharedAddress(url)?.address : url;
    return reader && address !== undefined ? this.#cache.get(pageKey(address, reader)) : undefined;
  }

  /** Whether the page that answers this request is being made for somebody else. */
  isMaking(request: Asked): boolean {
    const place = placeOf(request);
    return place !== undefined && this.#cache.isMaking(place.key);
  }

  /**
   * Makes the answer to a guest: once for all who ask for the same meanwhile, if `make` gave a page that is the same for all; and keeps that, where
   * its address is known.
   *
   * @param make is given the address without what no page reads. It may be called twice: once more when what it read was behind.
   * @returns undefined for what is not a guest's to read here: nothing was made then.
   */
  async answer<Made extends Answer>(
    request: Asked,
    make: (address: string) => Promise<Made>,
  ): Promise<KeptPage | Made | undefined> {
    const place = placeOf(request);
    if (!place) return undefined;
    const { key, address, isKept } = place;
    const result = await this.#cache.make(key, () => this.#make(() => make(address)), isKept);
    return 'page' in result ? result.page : result.answer;
  }

  /** Waits until no live instance serves what was changed before. */
  async settle(): Promise<void> {
    await this.#changes?.settle();
  }

  async close(): Promise<void> {
    rememberWhile(() => false);
    await this.#changes?.close();
    await this.#gate?.close();
  }

  async #make<Made extends Answer>(make: () => Promise<Made>): Promise<MadePage<Made>> {
    const onTheWay = this.#gate?.onTheWay();
    const first = await recordPage(make, onTheWay !== undefined && this.#isCurrent());
    const isSure =
      onTheWay === undefined ||
      onTheWay.size === 0 ||
      (first.made.status === 200 && !mayBeBehind(onTheWay, first.record.tags));
    const { made: answer, record } = isSure ? first : await recordPage(make, false);
    return { answer, record, page: isForAll(answer) ? new KeptPage(answer) : undefined };
  }
}

function isForAll({ status, headers }: Answer): boolean {
  return (
    status === 200 && headers.has('ETag') && !headers.has('Set-Cookie') && !cacheControl(headers).includes('no-store')
  );
}

function cacheControl(headers: Headers): string {
  return headers.get('Cache-Control') ?? 'no-store';
}

/** By which address the page that answers a request is made, and its key; undefined where it is not a guest's to read here. */
function placeOf(request: Asked): (SharedAddress & { key: string }) | undefined {
  const reader = guestReader(request);
  const shared = reader && sharedAddress(request.url ?? '/');
  return reader && shared && { ...shared, key: pageKey(shared.address, reader) };
}

/** Undefined for who shows a session, whatever that is worth. */
function guestReader({ headers }: Asked): GuestReader | undefined {
  const { sessionToken, language, ...shown } = readCookies(headers.cookie);
  if (sessionToken !== undefined) return undefined;
  return { language: language ?? preferredLanguage(headers['accept-language']), ...shown };
}
