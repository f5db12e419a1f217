import { useSyncExternalStore } from 'react';

const never = () => () => {};

/** False on the server and where no script runs; true once this page's script has taken over. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
