import type { Side } from '#app/domain/topics/perspectives.ts';

/** The shape of a chair: ◐ clients, ◑ practitioners, ◌ others. It never stands without a word. */
export function SideSign({ side }: { side: Side }) {
  return (
    <svg className="side-sign" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <circle className="open" cx="8" cy="8" r="6.8" />
      {side === 'client' && <path d="M8 1.2a6.8 6.8 0 0 0 0 13.6Z" stroke="none" />}
      {side === 'practitioner' && <path d="M8 1.2a6.8 6.8 0 0 1 0 13.6Z" stroke="none" />}
    </svg>
  );
}
