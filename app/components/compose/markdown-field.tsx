import type { ReactNode } from 'react';
import { useKeptField } from '#app/components/forms/kept-form.tsx';
import { TextArea } from '#app/components/forms/text-area.tsx';
import { LIMITS } from '#app/domain/threads/limits.ts';
import { Completion } from './completion/completion.tsx';
import { MarkdownToolbar } from './toolbar/markdown-toolbar.tsx';

type MarkdownFieldProps = { label: string; hint: ReactNode; rows: number };

/** The text of a post, in Markdown. What it looks like to readers stands in `BesideText`. */
export function MarkdownField({ label, hint, rows }: MarkdownFieldProps) {
  const { id } = useKeptField('body');
  return (
    <TextArea
      name="body"
      label={label}
      hint={hint}
      rows={rows}
      max={LIMITS.body}
      tools={
        <div>
          <MarkdownToolbar areaId={id} />
          <Completion areaId={id} />
        </div>
      }
    />
  );
}
