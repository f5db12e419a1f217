import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { WriterPage } from '#app/components/moderation/sanctions/writer-page.tsx';
import { pageMeta } from '#app/components/page-meta.ts';
import { listFlags } from '#app/domain/moderation/list-flags.server.ts';
import { requireRight } from '#app/domain/moderation/rights.ts';
import { liftSanction } from '#app/domain/moderation/sanctions/lift-sanction.server.ts';
import { listSanctionsOfWriter } from '#app/domain/moderation/sanctions/list-sanctions.server.ts';
import { nextStep } from '#app/domain/moderation/sanctions/next-step.ts';
import { sanctionWriter } from '#app/domain/moderation/sanctions/sanction-writer.server.ts';
import { sanctionSchema } from '#app/domain/moderation/schema.ts';
import { getPost } from '#app/domain/posts/get-post.server.ts';
import { translator } from '#app/i18n/translator.ts';
import { now } from '#app/platform/clock.server.ts';
import { parseForm } from '#app/platform/forms/parse-form.server.ts';
import { keepingText, refuseForm } from '#app/platform/forms/refuse-form.server.ts';
import { requireMember } from '#app/platform/forms/require-member.server.ts';
import { postInThreadPath, postWriterPath } from '#app/platform/urls.ts';

const INTENTS = ['give', 'lift-review', 'lift-bar'] as const;

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const staff = requireRight(requireMember(context.viewer, request), 'seeSanctions');
  const { post, thread } = await getPost(staff, { id: params['id'] ?? '', language: context.language });
  const [earlier, flags] = await Promise.all([listSanctionsOfWriter(staff, post.id), listFlags(staff, post.id)]);
  const { name } = post.author;
  return {
    title: translator(context.language)('sanctions.title', { name }),
    name,
    earlier,
    suggested: nextStep(earlier, now()),
    flags,
    excerpt: { text: post.text.slice(0, 600), language: post.language },
    back: { path: postInThreadPath(thread, post.number), title: thread.title, language: thread.language },
  };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, { title: data?.title ?? '', index: false });

export async function action({ context, params, request }: ActionFunctionArgs) {
  const staff = requireRight(requireMember(context.viewer, request), 'sanctionWriter');
  const postId = params['id'] ?? '';
  const form = await parseForm(request, sanctionSchema, { intents: INTENTS });
  return keepingText(form.typed, async () => {
    if (!form.ok) return refuseForm(form.typed, form.faults);
    const { reason } = form.value;
    if (form.intent === 'give') await sanctionWriter(staff, { postId, ...form.value });
    else await liftSanction(staff, { postId, kind: form.intent === 'lift-bar' ? 'bar' : 'review', reason });
    return redirect(postWriterPath(postId), 303);
  });
}

export default function WriterRoute() {
  return <WriterPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
