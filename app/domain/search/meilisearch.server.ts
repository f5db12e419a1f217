import { createMeilisearchEngine, type MeilisearchEngine } from '#search/meilisearch/engine.ts';
import { currentSearchSettings } from './search-settings.server.ts';

type State = {
  engine: MeilisearchEngine;
  /** Whether it was found to be there, in order and not behind. Until then PostgreSQL answers. */
  isReady: boolean;
  /** Called when somebody who asked it got no answer. */
  onFailure: () => void;
};

let state: State | undefined;

/** Lets this process use a Meilisearch server; nothing is asked of it yet. */
export function useMeilisearch({ host, apiKey }: { host: string; apiKey: string }): void {
  useEngine(createMeilisearchEngine({ host, apiKey, settings: currentSearchSettings() }));
}

/** The same with an engine that is there already, or with none any more. */
export function useEngine(engine: MeilisearchEngine | undefined): void {
  state = engine && { engine, isReady: false, onFailure: () => {} };
}

/** The Meilisearch of this forum, whether it answers or not; undefined when it has none. */
export function meilisearch(): MeilisearchEngine | undefined {
  return state?.engine;
}

/** The Meilisearch of this forum if it may be asked now. */
export function readyMeilisearch(): MeilisearchEngine | undefined {
  return state?.isReady === true ? state.engine : undefined;
}

/** Says whether it may be asked from now on. */
export function setReady(isReady: boolean): void {
  if (state) state.isReady = isReady;
}

/** It gave no answer: nobody waits for it any more until it was looked at. */
export function giveUpForNow(): void {
  if (!state) return;
  state.isReady = false;
  state.onFailure();
}

/** Who looks at it when it fails. */
export function whenGivenUp(listener: () => void): void {
  if (state) state.onFailure = listener;
}
