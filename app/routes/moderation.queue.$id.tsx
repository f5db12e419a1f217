import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ItemPage } from '#app/components/moderation/queue/item-page.tsx';
import { pageMeta } from '#app/components/page-meta.ts';
import { dutyOf } from '#app/domain/identity/second-factor-duty.ts';
import { decideOnItem } from '#app/domain/moderation/queue/decide.server.ts';
import { getItem, type ItemView } from '#app/domain/moderation/queue/get-item.server.ts';
import { ITEM_INTENTS, itemSchema } from '#app/domain/moderation/queue/schema.ts';
import { requireRight } from '#app/domain/moderation/rights.ts';
import { translator } from '#app/i18n/translator.ts';
import { parseForm } from '#app/platform/forms/parse-form.server.ts';
import { keepingText, refuseField, refuseForm } from '#app/platform/forms/refuse-form.server.ts';
import { requireMember } from '#app/platform/forms/require-member.server.ts';
import { queueItemPath, staffMemberPath } from '#app/platform/urls.ts';

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const member = requireMember(context.viewer, request);
  const { language } = context;
  const item = await getItem(member, { id: params['id'] ?? '', language });
  return { title: translator(language)(`queue.one.${item.kind}`), item, duty: dutyOf(member) };
}

/** After a refusal too: what has changed meanwhile is what one has to see. */
export const shouldRevalidate = (): boolean => true;

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, { title: data?.title ?? '', about: data && subjectOf(data.item), index: false });

export async function action({ context, params, request }: ActionFunctionArgs) {
  const member = requireRight(requireMember(context.viewer, request), 'decideInQueue');
  const id = params['id'] ?? '';
  const form = await parseForm(request, itemSchema, { intents: ITEM_INTENTS });
  return keepingText(form.typed, async () => {
    if (!form.ok) return refuseForm(form.typed, form.faults);
    const result = await decideOnItem(member, { id, intent: form.intent, input: form.value });
    if (result.kind === 'refused') return refuseField(form.typed, result.field, result.fault);
    if (result.kind === 'gone') return redirect('/moderation/queue?gone', 303);
    if (result.kind === 'answered') {
      return redirect(`${staffMemberPath(result.penName)}?${result.isVerified ? 'saved' : 'refused'}`, 303);
    }
    return redirect(queueItemPath(id), 303);
  });
}

export default function QueueItemRoute() {
  return <ItemPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}

/** Whose words it is about, or who asks; null for what somebody outside the forum wrote, which is told on the page alone. */
function subjectOf({ about, verification }: Pick<ItemView, 'about' | 'verification'>): string | null {
  return about?.thread.title ?? verification?.penName ?? null;
}
