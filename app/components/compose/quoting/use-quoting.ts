import { useNavigate } from '@remix-run/react';
import { useEffect, useState } from 'react';
import { areaOf } from '#app/components/forms/control.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import { changeText } from '../toolbar/change-text.ts';
import { putQuoteAfter, quoteLines } from './quote-lines.ts';
import { selectedWordsIn } from './selected-words.ts';

/**
 * Lets "Quote" under a post, and the key `q`, put the words that are selected in it into the text area of that id, as a quote of the
 * post. `answered`: the id of the post that the reply answers already; what is quoted from another one then says where it is from.
 * Where no words are selected the link is followed without a new page, and what is written stays. Gives the id of the post that is answered by words of its own or another's.
 */
export function useQuoting(areaId: string, answered: string | null): string | null {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [answeredByWords, setAnsweredByWords] = useState<string | null>(null);

  // An effect, for it listens to the page around the reply box, and to selections, which are the browser's.
  useEffect(() => {
    let held = '';

    function quote(link: HTMLAnchorElement, words: string): void {
      const area = areaOf(areaId);
      if (!area) return;
      const { pathname, search, searchParams } = new URL(link.href);
      const quoted = searchParams.get('quote');
      const isAnother = answered !== null && answered !== quoted;
      const lead = isAnother ? t('compose.quotedFrom', { number: link.dataset['quote'] }) : undefined;
      changeText(area, putQuoteAfter(area.value, quoteLines(words, lead)));
      setAnsweredByWords(answered ?? quoted);
      if (answered === null) navigate(pathname + search, { preventScrollReset: true });
    }

    // A press on a link takes the selection away before the click comes.
    const onPointer = ({ target }: Event): void => {
      held = wordsFor(linkAt(target));
    };
    const onClick = (event: MouseEvent): void => {
      const link = linkAt(event.target);
      const words = event.detail > 0 ? held : wordsFor(link);
      if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      if (words === '') navigate(link.href.slice(location.origin.length));
      else quote(link, words);
    };
    document.addEventListener('pointerdown', onPointer, { capture: true });
    document.addEventListener('click', onClick, { capture: true });
    return () => {
      document.removeEventListener('pointerdown', onPointer, { capture: true });
      document.removeEventListener('click', onClick, { capture: true });
    };
  }, [areaId, answered, navigate, t]);

  return answeredByWords;
}

function linkAt(target: EventTarget | null): HTMLAnchorElement | null {
  return target instanceof Element ? target.closest<HTMLAnchorElement>('a[data-quote]') : null;
}

function wordsFor(link: Element | null): string {
  const post = link?.closest('.post');
  return post ? selectedWordsIn(post) : '';
}
