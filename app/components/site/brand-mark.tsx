/** Two chairs, turned a little towards each other, under one lamp. */
export function BrandMark() {
  return (
    <svg className="brand-mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <path className="brand-client" d="M5 7v11h7.5v8M5 18v8" />
      <path className="brand-practitioner" d="M27 7v11h-7.5v8M27 18v8" />
    </svg>
  );
}
