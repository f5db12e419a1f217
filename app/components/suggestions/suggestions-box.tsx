import { LEFT_ALONE } from '../left-alone.ts';

/** The place beside a search field where the script of the page shows suggestions. */
export function SuggestionsBox() {
  return <div data-suggestions="" {...LEFT_ALONE} />;
}
