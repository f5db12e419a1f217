/** Two chairs turned towards each other under one lamp. Nobody sits in them. */
export function TwoChairs() {
  return (
    <svg className="hero-picture" viewBox="0 0 340 220" aria-hidden="true" focusable="false">
      <path className="light" d="M170 48 96 204h148Z" />
      <path className="lamp" d="M170 8v26M154 48a16 14 0 0 1 32 0Z" />
      <path className="floor" d="M12 204h316" />
      <g className="client-chair">
        <path d="M46 66c-4 26-3 48 2 72h56c6 0 9 4 9 9s-4 9-9 9H52" />
        <path d="M52 156 44 204M104 156l7 48" />
        <path d="M60 122c14-5 28-5 40 0" />
      </g>
      <g className="practitioner-chair">
        <path d="M294 66c4 26 3 48-2 72h-56c-6 0-9 4-9 9s4 9 9 9h52" />
        <path d="m288 156 8 48M236 156l-7 48" />
        <path d="M280 122c-14-5-28-5-40 0" />
      </g>
    </svg>
  );
}
