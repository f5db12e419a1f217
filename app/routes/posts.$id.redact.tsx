import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { RedactPage } from '#app/components/moderation/redact/redact-page.tsx';
import { pageMeta } from '#app/components/page-meta.ts';
import { getPostToRedact, lookForPassage, redactPost } from '#app/domain/moderation/redact/redact-post.server.ts';
import { readAlso } from '#app/domain/moderation/redact/also-field.ts';
import { redactSchema } from '#app/domain/moderation/redact/schema.ts';
import { requireRight } from '#app/domain/moderation/rights.ts';
import { translator } from '#app/i18n/translator.ts';
import { fault, WHOLE_FORM } from '#app/platform/forms/faults.ts';
import { parseForm } from '#app/platform/forms/parse-form.server.ts';
import { keepingText, refuseField, refuseForm } from '#app/platform/forms/refuse-form.server.ts';
import { requireMember } from '#app/platform/forms/require-member.server.ts';
import { postInThreadPath } from '#app/platform/urls.ts';

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const staff = requireRight(requireMember(context.viewer, request), 'redactPost');
  const post = await getPostToRedact(staff, { id: params['id'] ?? '' });
  return { title: translator(context.language)('redaction.title', { number: post.number }), post };
}

/** After a refusal too: the text may have changed. */
export const shouldRevalidate = (): boolean => true;

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) =>
  pageMeta(matches, { title: loaded?.title ?? '', index: false });

export async function action({ context, params, request }: ActionFunctionArgs) {
  const staff = requireRight(requireMember(context.viewer, request), 'redactPost');
  const id = params['id'] ?? '';
  const { number, thread, lastNumber } = await getPostToRedact(staff, { id });
  const form = await parseForm(request, redactSchema(lastNumber), { intents: ['look', 'redact'] });
  return keepingText(form.typed, async () => {
    if (!form.ok) return refuseForm(form.typed, form.faults);
    const input = { ...form.value, also: readAlso(form.value) };
    const result = await (form.intent === 'look' ? lookForPassage : redactPost)(staff, { id, input });
    if (result.kind === 'refused') return refuseField(form.typed, result.field, result.fault);
    if (result.kind === 'redacted') return redirect(postInThreadPath(thread, number), 303);
    const { look, isStale } = result;
    const faults = isStale ? { [WHOLE_FORM]: fault('faults.redactStale') } : {};
    return data({ typed: form.typed, faults, preview: null, look }, { status: isStale ? 409 : 200 });
  });
}

export default function RedactRoute() {
  return <RedactPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
