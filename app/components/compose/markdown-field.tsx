import { useState, type ReactNode } from 'react';
import { TextArea } from '#app/components/forms/text-area.tsx';
import { LIMITS } from '#app/domain/threads/limits.ts';
import { PreviewPane } from './preview-pane.tsx';
import { useLivePreview } from './use-live-preview.ts';

type MarkdownFieldProps = {
  label: string;
  hint: ReactNode;
  rows: number;
  /** What the Preview button brought; a script's own preview takes its place as one types on. */
  preview: string | null;
};

/** The text of a post, in Markdown, with its preview beneath. */
export function MarkdownField({ label, hint, rows, preview }: MarkdownFieldProps) {
  const [text, setText] = useState<string | null>(null);
  const live = useLivePreview(text);
  const html = live ?? preview;
  return (
    <>
      <TextArea name="body" label={label} hint={hint} rows={rows} max={LIMITS.body} onText={setText} />
      {html !== null && html !== '' && <PreviewPane html={html} asked={live === null} />}
    </>
  );
}
