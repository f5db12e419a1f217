import type { ReactNode } from 'react';

type Props = { kind?: 'info' | 'warning' | 'done'; children: ReactNode };

/** Something to know before going on: what happened, why, and what one can do. */
export function Notice({ kind = 'info', children }: Props) {
  return (
    <div className={`notice notice-${kind}`} role={kind === 'done' ? 'status' : undefined}>
      {children}
    </div>
  );
}
