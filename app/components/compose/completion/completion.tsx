import { useEffect, useRef } from 'react';
import { areaOf } from '#app/components/forms/control.ts';
import { LEFT_ALONE } from '#app/components/left-alone.ts';
import { useLanguage } from '#app/i18n/use-language.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';

/** Where names and topics are offered for the text area of that id. The script for it comes when somebody goes there to write. */
export function Completion({ areaId }: { areaId: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const box = useRef<HTMLDivElement>(null);

  // An effect, for it listens to an area that keeps its own text.
  useEffect(() => {
    const area = areaOf(areaId);
    const place = box.current;
    if (!area || !place) return undefined;
    const controller = new AbortController();
    const { signal } = controller;
    const begin = async (): Promise<void> => {
      const { completeIn } = await import('./complete-in.ts');
      if (signal.aborted || place.hasChildNodes()) return;
      const names = { name: t('compose.completion.names'), topic: t('compose.completion.topics') };
      const said = (count: number): string => t('compose.completion.said', { count });
      completeIn(area, place, { language, names, said, signal });
    };
    // A script that cannot be had is asked for again when one comes back: until then nothing is completed.
    const tryToBegin = (): void => void begin().catch(() => undefined);
    if (document.activeElement === area) tryToBegin();
    area.addEventListener('focus', tryToBegin, { signal });
    return () => {
      controller.abort();
      place.replaceChildren();
    };
  }, [areaId, language, t]);

  return <div className="completion" ref={box} {...LEFT_ALONE} />;
}
