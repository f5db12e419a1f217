import type { SearchSettings } from '#search/engine.ts';
import { SHIPPED_SETTINGS } from '#search/settings.ts';

type Listener = (settings: SearchSettings) => void;

const inForce: SearchSettings = SHIPPED_SETTINGS;
const listeners = new Set<Listener>();

/** How this forum finds documents: what it ships with, as its staff have changed it. The same object until they change it again. */
export function currentSearchSettings(): SearchSettings {
  return inForce;
}

/** Calls `listener` with what is in force from then on, each time that it changes in this process. Returns how to stop that. */
export function onSearchSettingsChange(listener: Listener): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
