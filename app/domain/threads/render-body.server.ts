import { renderMarkdown } from '#app/platform/markdown/markdown.server.ts';

/** What a person can mend: the field it belongs to, the catalogue key that says what is wrong, and what is filled into it. */
export type Refusal = { kind: 'refused'; field: string; fault: string; values?: Record<string, string | number> };

const FAULTS = { 'too-deep': 'faults.tooDeep', 'too-slow': 'faults.tooSlow', 'too-long': 'faults.tooLong' } as const;

/** Renders what somebody wrote, or says in the form's terms why it cannot be. */
export async function renderBody(body: string): Promise<{ kind: 'rendered'; html: string; text: string } | Refusal> {
  const rendered = await renderMarkdown(body);
  if (!rendered.ok) return { kind: 'refused', field: 'body', fault: FAULTS[rendered.fault] };
  // Link definitions, say, are a text that shows nothing.
  if (rendered.html.trim() === '') return { kind: 'refused', field: 'body', fault: 'faults.bodyMissing' };
  return { kind: 'rendered', html: rendered.html, text: rendered.text };
}
