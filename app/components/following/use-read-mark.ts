import { useEffect, useState } from 'react';

/** Milliseconds a page is in sight before it counts as read. */
const IN_SIGHT = 4_000;

type Props = { path: string; to: number; isRead: boolean };

/** Says once to the server that this page was read, when it has been in sight for a while. Whether that is so, or it was before. */
export function useReadMark({ path, to, isRead }: Props): boolean {
  const [isSent, setSent] = useState(false);
  const isDone = isRead || isSent;

  // An effect, for the time that passes in front of somebody is no event of React's.
  useEffect(() => {
    if (isDone) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const send = () => {
      const request = { method: 'POST', body: new URLSearchParams({ to: String(to) }), keepalive: true } as const;
      // Answered with a redirect for who pressed the button, which nobody follows here. Unheard, it is sent at the next visit.
      void fetch(path, { ...request, redirect: 'manual' }).then(
        () => setSent(true),
        () => undefined,
      );
    };
    const watch = () => {
      clearTimeout(timer);
      if (document.visibilityState === 'visible') timer = setTimeout(send, IN_SIGHT);
    };
    watch();
    document.addEventListener('visibilitychange', watch);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', watch);
    };
  }, [path, to, isDone]);

  return isDone;
}
