/** The place beside a search field where the script of the page shows suggestions. React leaves alone what stands in it. */
export function SuggestionsBox() {
  return <div data-suggestions="" suppressHydrationWarning dangerouslySetInnerHTML={EMPTY} />;
}

const EMPTY = { __html: '' };
