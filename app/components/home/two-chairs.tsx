/** Two chairs turned towards each other under one lamp. Nobody sits in them yet. */
export function TwoChairs() {
  return (
    <svg className="hero-picture" viewBox="34 0 292 226" aria-hidden="true" focusable="false">
      <ellipse className="light" cx="180" cy="208" rx="132" ry="15" />
      <path className="cord" d="M180 4v34" />
      <path className="lamp" d="M156 62c2-14 11-24 24-24s22 10 24 24Z" />
      <g className="client-chair">
        <path className="cushion" d="M64 130h62c6 0 8 4 8 8s-3 8-8 8H66Z" />
        <path d="M52 60c0 32 4 60 13 86M126 146l8 62M66 146l-10 62M62 182h68" />
        <path d="M52 60c6-3 12-3 16-1 1 26 3 48 7 71" />
      </g>
      <g className="practitioner-chair">
        <path className="cushion" d="M296 130h-62c-6 0-8 4-8 8s3 8 8 8h60Z" />
        <path d="M308 60c0 32-4 60-13 86M234 146l-8 62M294 146l10 62M298 182h-68" />
        <path d="M308 60c-6-3-12-3-16-1-1 26-3 48-7 71" />
      </g>
    </svg>
  );
}
