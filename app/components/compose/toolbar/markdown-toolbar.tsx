import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { areaOf } from '#app/components/forms/control.ts';
import { useHydrated } from '#app/components/forms/use-hydrated.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import { changeText } from './change-text.ts';
import { applyMark, MARKS, type Mark } from './markdown-marks.ts';

const KEYS: Readonly<Partial<Record<string, Mark>>> = { b: 'bold', i: 'italic', k: 'link' };
const SHORTCUTS: Readonly<Partial<Record<Mark, string>>> = {
  bold: 'Control+B Meta+B',
  italic: 'Control+I Meta+I',
  link: 'Control+K Meta+K',
};

/**
 * Buttons that put Markdown into the text area of that id, one stop of the Tab key, arrows within, as the ARIA Authoring
 * Practices have it. Empty where no script runs; its place is kept from the start, so that nothing moves when it comes.
 */
export function MarkdownToolbar({ areaId }: { areaId: string }) {
  const hydrated = useHydrated();
  return <div className="toolbar-place">{hydrated && <Toolbar areaId={areaId} />}</div>;
}

function Toolbar({ areaId }: { areaId: string }) {
  const { t } = useTranslation();
  const [stop, setStop] = useState(0);
  const bar = useRef<HTMLDivElement>(null);
  useMarkKeys(areaId);

  function goTo(event: KeyboardEvent): void {
    const next = { ArrowRight: stop + 1, ArrowLeft: stop - 1, Home: 0, End: MARKS.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    const at = (next + MARKS.length) % MARKS.length;
    setStop(at);
    bar.current?.querySelectorAll('button')[at]?.focus();
  }

  return (
    <div
      className="toolbar"
      role="toolbar"
      aria-label={t('compose.toolbar')}
      aria-controls={areaId}
      ref={bar}
      onKeyDown={goTo}
    >
      {MARKS.map((mark, index) => (
        <button
          key={mark}
          type="button"
          className={`toolbar-${mark}`}
          tabIndex={index === stop ? 0 : -1}
          aria-keyshortcuts={SHORTCUTS[mark]}
          onFocus={() => setStop(index)}
          onClick={() => press(areaId, mark)}
        >
          {t(`compose.marks.${mark}`)}
        </button>
      ))}
    </div>
  );
}

function useMarkKeys(areaId: string): void {
  // An effect, for the area is another component's and keeps its own text.
  useEffect(() => {
    const area = areaOf(areaId);
    const onKey = (event: globalThis.KeyboardEvent): void => {
      const mark = KEYS[event.key.toLowerCase()];
      if (mark === undefined || event.ctrlKey === event.metaKey || event.altKey || event.shiftKey) return;
      event.preventDefault();
      press(areaId, mark);
    };
    area?.addEventListener('keydown', onKey);
    return () => area?.removeEventListener('keydown', onKey);
  }, [areaId]);
}

function press(areaId: string, mark: Mark): void {
  const area = areaOf(areaId);
  if (!area) return;
  changeText(area, applyMark(mark, { text: area.value, start: area.selectionStart, end: area.selectionEnd }));
}
