import type { ReactNode } from 'react';
import { useKeptField } from '#app/components/forms/kept-form.tsx';
import { TextArea } from '#app/components/forms/text-area.tsx';
import { LIMITS } from '#app/domain/threads/limits.ts';
import type { Language } from '#app/i18n/languages.ts';
import { useLangOf } from '../prose.tsx';
import { Completion } from './completion/completion.tsx';
import { MarkdownToolbar } from './toolbar/markdown-toolbar.tsx';

/** `language`: that the text is written in. */
type MarkdownFieldProps = { label: string; hint: ReactNode; rows: number; language: Language };

/** The text of a post, in Markdown. What it looks like to readers stands in `BesideText`. */
export function MarkdownField({ label, hint, rows, language }: MarkdownFieldProps) {
  const { id } = useKeptField('body');
  const lang = useLangOf(language);
  return (
    <TextArea
      name="body"
      label={label}
      hint={hint}
      rows={rows}
      max={LIMITS.body}
      lang={lang}
      tools={
        <div>
          <MarkdownToolbar areaId={id} />
          <Completion areaId={id} />
        </div>
      }
    />
  );
}
