/** The headers by which a page asks search engines to leave it out, where who opened its thread wants that. */
export function forEngines({ keptOut }: { keptOut: boolean }): HeadersInit {
  return keptOut ? { 'X-Robots-Tag': 'noindex' } : {};
}
