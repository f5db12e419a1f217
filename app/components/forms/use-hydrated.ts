import { useEffect, useState } from 'react';

// Of the page in this browser; on the server, where no effect runs, it stays true.
let hydrating = true;

/** Whether this page's script is only now taking over what the server rendered. */
export function isHydrating(): boolean {
  return hydrating && typeof document !== 'undefined';
}

/** False on the server and where no script runs; true once this page's script has taken over. */
export function useHydrated(): boolean {
  const [hydrated, setHydrated] = useState(() => !hydrating);
  // An effect, for only then the page is known to have been taken over.
  useEffect(() => {
    hydrating = false;
    setHydrated(true);
  }, []);
  return hydrated;
}
