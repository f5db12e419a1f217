import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { QueuePage } from '#app/components/moderation/queue/queue-page.tsx';
import { queuePath } from '#app/components/moderation/queue/queue-path.ts';
import { pageMeta } from '#app/components/page-meta.ts';
import { FLAG_REASONS } from '#app/domain/moderation/flag-reasons.ts';
import { tickedOf } from '#app/domain/moderation/queue/boxes.ts';
import { decideOnMany } from '#app/domain/moderation/queue/decide-on-many.server.ts';
import { CLAIM_FILTERS, QUEUE_KINDS } from '#app/domain/moderation/queue/filters.ts';
import { listQueue } from '#app/domain/moderation/queue/list-queue.server.ts';
import { MANY_INTENTS, manySchema } from '#app/domain/moderation/queue/many-schema.ts';
import { requireRight } from '#app/domain/moderation/rights.ts';
import { translator } from '#app/i18n/translator.ts';
import { DomainError } from '#app/platform/errors.ts';
import { parseForm } from '#app/platform/forms/parse-form.server.ts';
import { keepingText, refuseField, refuseForm } from '#app/platform/forms/refuse-form.server.ts';
import { requireMember } from '#app/platform/forms/require-member.server.ts';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const member = requireMember(context.viewer, request);
  const { searchParams } = new URL(request.url);
  const filters = {
    kind: readOne(searchParams, 'kind', QUEUE_KINDS),
    reason: readOne(searchParams, 'reason', FLAG_REASONS),
    claim: readOne(searchParams, 'claim', CLAIM_FILTERS),
  };
  const after = searchParams.get('after') ?? undefined;
  return {
    title: translator(context.language)('queue.title'),
    filters,
    isFirst: after === undefined,
    isGone: searchParams.has('gone'),
    batch: readBatch(searchParams),
    undone: readCount(searchParams, 'undone'),
    ...(await listQueue(member, { ...filters, after })),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, { title: data?.title ?? '', index: false });

/** One decision on all that was ticked, or on all that the filter shows. */
export async function action({ context, request }: ActionFunctionArgs) {
  const member = requireRight(requireMember(context.viewer, request), 'decideInQueue');
  const form = await parseForm(request, manySchema, { intents: MANY_INTENTS });
  return keepingText(form.typed, async () => {
    if (!form.ok) return refuseForm(form.typed, form.faults);
    const { all, flaggedAs, claimed, reason } = form.value;
    const ticked = tickedOf(form.value);
    if (!all && ticked.length === 0) return refuseField(form.typed, 'all', 'faults.nothingTicked');
    const items = all ? { reason: flaggedAs, claim: claimed } : ticked;
    const { batchId, done, skipped, hasMore } = await decideOnMany(member, { intent: form.intent, reason, items });
    const told = { batch: batchId, done: String(done), skipped: String(skipped), ...(hasMore && { left: '1' }) };
    return redirect(queuePath({ reason: flaggedAs, claim: claimed, ...told }), 303);
  });
}

export default function QueueRoute() {
  return <QueuePage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}

/** A filter out of the address; undefined when it is not there or empty, as a form sends "all". */
function readOne<Value extends string>(params: URLSearchParams, name: string, known: readonly Value[]) {
  const text = params.get(name) ?? '';
  if (text === '') return undefined;
  const value = known.find((one) => one === text);
  if (value === undefined) throw new DomainError('bad-request', `No such ${name}`);
  return value;
}

/** What was just decided on many; null when the address says nothing of it. */
function readBatch(params: URLSearchParams) {
  const id = params.get('batch');
  if (id === null) return null;
  return {
    id,
    done: readCount(params, 'done') ?? 0,
    skipped: readCount(params, 'skipped') ?? 0,
    hasMore: params.has('left'),
  };
}

function readCount(params: URLSearchParams, name: string): number | null {
  const text = params.get(name) ?? '';
  return /^\d{1,6}$/.test(text) ? Number(text) : null;
}
