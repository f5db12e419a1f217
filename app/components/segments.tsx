import type { ReactNode } from 'react';

export type Segment = { key: string; href: string; label: ReactNode; isCurrent: boolean };

/** A few views of one list, as links of which one is the present. Scrolls sideways where there is no room. */
export function Segments({ name, segments }: { name: string; segments: readonly Segment[] }) {
  return (
    <nav className="segments" aria-label={name}>
      <span className="segments-name" aria-hidden="true">
        {name}
      </span>
      <ul>
        {segments.map(({ key, href, label, isCurrent }) => (
          <li key={key}>
            <a href={href} aria-current={isCurrent ? 'true' : undefined}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
