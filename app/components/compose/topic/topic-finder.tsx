import { useEffect, useRef } from 'react';
import { controlOf, writeInto } from '#app/components/forms/control.ts';
import { useHydrated } from '#app/components/forms/use-hydrated.ts';
import { LEFT_ALONE } from '#app/components/left-alone.ts';
import { makeCombobox, type SuggestionSource } from '#app/components/suggestions/combobox.ts';
import { topicOffers } from '#app/components/suggestions/topic-offers.ts';
import type { NamedTopic } from '#app/domain/search/match-topics.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';

type Props = { selectId: string; named: readonly NamedTopic[] };

/**
 * Finds topics by any of their names and chooses in the list of that id, which stays the field of the form. Empty where no script
 * runs; its place is kept from the start, so that nothing moves when it comes.
 */
export function TopicFinder(props: Props) {
  const hydrated = useHydrated();
  return <div className="topic-finder">{hydrated && <Finder {...props} />}</div>;
}

function Finder({ selectId, named }: Props) {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const id = `${selectId}-finder`;

  // An effect, for the combobox is plain script, shared with the search fields of guests' pages.
  useEffect(() => {
    const input = field.current;
    // Once: what it is called stays, whatever the page fetches anew.
    if (!input || !box.current || box.current.hasChildNodes()) return;
    const source: SuggestionSource = (show) => ({
      ask(text) {
        const offers = topicOffers(named, text, (slug) => slug);
        const said = t('compose.topicFound', { count: offers.length });
        show(text.trim() === '' ? null : { name: t('compose.topicFinder'), said, offers });
      },
      cancel() {},
    });
    makeCombobox(input, box.current, {
      source,
      isFirstActive: true,
      choose({ url }) {
        input.value = '';
        choose(selectId, url ?? '');
      },
    });
  }, [selectId, named, t]);

  return (
    <>
      <label className="field-hint" htmlFor={id}>
        {t('compose.topicFinder')}
      </label>
      <input
        className="input"
        id={id}
        type="search"
        autoComplete="off"
        ref={field}
        // Enter chooses here: the form is not ready to be sent.
        onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
      />
      <div ref={box} {...LEFT_ALONE} />
    </>
  );
}

/** As if it had been chosen in the list by hand; the focus goes there, where it is read out what stands in it now. */
function choose(selectId: string, slug: string): void {
  const select = controlOf(selectId);
  if (!select) return;
  writeInto(select, slug);
  select.focus();
}
