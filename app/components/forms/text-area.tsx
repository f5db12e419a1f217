import { useEffect, useState, type ClipboardEvent, type ReactNode } from 'react';
import { CharacterCount } from './character-count.tsx';
import { FieldFrame, notesOf } from './field.tsx';
import { useKeptField } from './kept-form.tsx';
import { useEarlyText } from './use-early-text.ts';

/**
 * UTF-16 units, far more than any of our texts may have. Of two million Chromium takes most of a minute to find out their direction, and does so
 * at every change; what is pasted by mistake must not hold up the page.
 */
const LONGEST_OF_ITS_OWN_DIRECTION = 200_000;

type TextAreaProps = {
  name: string;
  label: string;
  /** In UTF-16 units, as the schema counts. One may type on beyond it: the counter and the server say by how much. */
  max: number;
  rows: number;
  hint?: ReactNode;
  optional?: boolean;
  lang?: string | undefined;
  /** What stands between its notes and the area itself. */
  tools?: ReactNode;
};

/** A text of many lines with its counter. */
export function TextArea({ name, label, max, rows, hint, optional = false, lang, tools }: TextAreaProps) {
  const field = useKeptField(name);
  const [length, setLength] = useState(field.text.length);
  const take = (text: string) => setLength(text.length);
  const takeChange = (changed: HTMLTextAreaElement) => {
    take(changed.value);
    if (changed.value.length <= LONGEST_OF_ITS_OWN_DIRECTION) changed.dir = 'auto';
  };
  const area = useEarlyText(field.id, field.text, take);
  useEffect(() => {
    const form = area.current?.form;
    // What the area goes back to is counted, which no change event tells.
    const onReset = (): void => setLength(area.current?.defaultValue.length ?? 0);
    form?.addEventListener('reset', onReset);
    return () => form?.removeEventListener('reset', onReset);
  }, [area]);
  const countId = `${field.id}-count`;
  return (
    <FieldFrame field={field} label={label} hint={hint} optional={optional}>
      {tools}
      <textarea
        {...notesOf(field, hint, countId)}
        className="input textarea"
        id={field.id}
        name={name}
        rows={rows}
        dir="auto"
        lang={lang}
        defaultValue={field.text}
        required={!optional}
        ref={area}
        onPaste={keepDirection}
        onChange={(event) => takeChange(event.target)}
      />
      <CharacterCount id={countId} length={length} max={max} />
    </FieldFrame>
  );
}

/** Where far too much is about to come, the direction stays what it is. */
function keepDirection({ clipboardData, currentTarget: area }: ClipboardEvent<HTMLTextAreaElement>): void {
  const isFarTooLong = clipboardData.getData('text/plain').length > LONGEST_OF_ITS_OWN_DIRECTION;
  if (isFarTooLong) area.dir = getComputedStyle(area).direction;
}
