import { LRUCache } from 'lru-cache';
import { now } from '../clock.server.ts';
import type { PageRecord } from '../page-record.server.ts';
import type { KeptPage } from './kept-page.server.ts';

/** Bytes of pages in memory, in every packing. */
const ROOM = 64 * 1024 * 1024;

/** A page as it was made; `page` is undefined where an answer is for one reader alone. */
export type MadePage<Answer> = { answer: Answer; page: KeptPage | undefined; record: PageRecord };

type Entry = { page: KeptPage; record: PageRecord };

/** A page that is being made: what was told to be changed meanwhile, and what comes of it. */
type Flight = { changed: Set<string>; isOutdated: boolean; made: Promise<KeptPage | undefined> };

/**
 * Guests' pages, ready to be sent. A page leaves when one of the tags of what it showed changes, when the time is up for which its words
 * hold, or when the room is needed for pages that are read more.
 */
export class PageCache {
  readonly #entries: LRUCache<string, Entry>;
  readonly #keysByTag = new Map<string, Set<string>>();
  readonly #flights = new Map<string, Flight>();
  /** All that are being made, those too that nobody new may wait for. */
  readonly #airborne = new Set<Flight>();
  readonly #isCurrent: () => boolean;

  /** @param isCurrent whether every change is certainly told here: while it is not, nothing is served that was kept. */
  constructor(isCurrent: () => boolean, room = ROOM) {
    this.#isCurrent = isCurrent;
    this.#entries = new LRUCache<string, Entry>({
      maxSize: room,
      sizeCalculation: ({ page }) => page.size,
      dispose: (entry, key) => this.#forgetTags(key, entry),
    });
  }

  /** The kept page of a key, counted as shown; undefined when there is none that holds. */
  get(key: string): KeptPage | undefined {
    const entry = this.#entries.get(key);
    if (!entry || !this.#isCurrent()) return undefined;
    if (entry.record.until <= now().getTime()) {
      this.#entries.delete(key);
      return undefined;
    }
    for (const count of entry.record.onShown) count();
    return entry.page;
  }

  /** Whether who asks for the page of a key would be given what is being made for somebody else. */
  isMaking(key: string): boolean {
    return this.#flights.has(key) && this.#isCurrent();
  }

  /**
   * Makes the page of a key, once for all who ask meanwhile, and keeps it if it may be kept.
   *
   * @param mayKeep false where it is for those who wait for it, and no one after them.
   * @returns what `make` gave, or the page that somebody else's `make` gave.
   */
  async make<Answer>(
    key: string,
    make: () => Promise<MadePage<Answer>>,
    mayKeep = true,
  ): Promise<{ page: KeptPage } | { answer: Answer }> {
    const others = this.#isCurrent() ? this.#flights.get(key) : undefined;
    // Nothing is awaited when there is none: who comes in the same moment must find this one's.
    const theirs = others && (await others.made);
    if (theirs) return { page: theirs };
    const flight: Flight = { changed: new Set(), isOutdated: !this.#isCurrent(), made: Promise.resolve(undefined) };
    const making = make();
    flight.made = making.then(
      ({ page }) => page,
      () => undefined,
    );
    this.#airborne.add(flight);
    this.#flights.set(key, flight);
    try {
      const { answer, page, record } = await making;
      if (!page) return { answer };
      if (mayKeep && isStillSo(flight, record)) this.#keep(key, { page, record });
      return { page };
    } finally {
      this.#airborne.delete(flight);
      if (this.#flights.get(key) === flight) this.#flights.delete(key);
    }
  }

  /** What was tagged with any of these is not as it was: no request that comes from now on gets a page that showed it. */
  change(tags: readonly string[]): void {
    for (const tag of tags) {
      for (const key of this.#keysByTag.get(tag) ?? []) this.#entries.delete(key);
    }
    for (const flight of this.#airborne) tags.forEach((tag) => flight.changed.add(tag));
    // Whoever comes later may not be given what was begun before the change.
    this.#flights.clear();
  }

  /** Changes may have been missed. */
  changeAll(): void {
    this.#entries.clear();
    this.#keysByTag.clear();
    for (const flight of this.#airborne) flight.isOutdated = true;
    this.#flights.clear();
  }

  get size(): { pages: number; bytes: number } {
    return { pages: this.#entries.size, bytes: this.#entries.calculatedSize };
  }

  #keep(key: string, entry: Entry): void {
    this.#entries.set(key, entry);
    // A page that is larger than all the room is not taken in.
    if (this.#entries.peek(key) !== entry) return;
    for (const tag of entry.record.tags) {
      const keys = this.#keysByTag.get(tag) ?? new Set();
      this.#keysByTag.set(tag, keys.add(key));
    }
  }

  #forgetTags(key: string, { record }: Entry): void {
    for (const tag of record.tags) {
      const keys = this.#keysByTag.get(tag);
      keys?.delete(key);
      if (keys?.size === 0) this.#keysByTag.delete(tag);
    }
  }
}

function isStillSo(flight: Flight, record: PageRecord): boolean {
  return !flight.isOutdated && record.untold.size === 0 && ![...flight.changed].some((tag) => record.tags.has(tag));
}
