import type { ReactNode } from 'react';
import { TextArea } from '#app/components/forms/text-area.tsx';
import { LIMITS } from '#app/domain/threads/limits.ts';

type MarkdownFieldProps = { label: string; hint: ReactNode; rows: number };

/** The text of a post, in Markdown. What it looks like to readers stands in `BesideText`. */
export function MarkdownField({ label, hint, rows }: MarkdownFieldProps) {
  return <TextArea name="body" label={label} hint={hint} rows={rows} max={LIMITS.body} />;
}
