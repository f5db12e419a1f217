import { data } from '@remix-run/node';
import { renderBody } from '#app/domain/threads/render-body.server.ts';
import { LIMITS } from '#app/domain/threads/limits.ts';
import { fault, type Fault, type Typed } from '#app/platform/forms/faults.ts';
import { refuseForm } from '#app/platform/forms/refuse-form.server.ts';

export type Preview = { ok: true; html: string } | { ok: false; fault: Fault };

/** A text as readers would see it, or why it could not be published. */
export async function previewOf(body: string): Promise<Preview> {
  if (body.length > LIMITS.body) return { ok: false, fault: fault('faults.tooLong', { max: LIMITS.body }) };
  const rendered = await renderBody(body);
  if (rendered.kind === 'refused') return { ok: false, fault: fault(rendered.fault) };
  return { ok: true, html: rendered.html };
}

/** What the Preview button of a composer brings: its page again with the text as it would be seen; nothing is stored. */
export async function previewAnswer(typed: Typed) {
  const body = typed['body'] ?? '';
  if (body.trim() === '') return refuseForm(typed, { body: fault('faults.bodyMissing') });
  const preview = await previewOf(body);
  if (!preview.ok) return refuseForm(typed, { body: preview.fault });
  return data({ typed, faults: {}, preview: preview.html });
}
