import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { QueuePage } from '#app/components/moderation/queue/queue-page.tsx';
import { pageMeta } from '#app/components/page-meta.ts';
import { FLAG_REASONS } from '#app/domain/moderation/flag-reasons.ts';
import { listQueue } from '#app/domain/moderation/queue/list-queue.server.ts';
import { CLAIM_FILTERS, QUEUE_KINDS } from '#app/domain/moderation/queue/schema.ts';
import { translator } from '#app/i18n/translator.ts';
import { DomainError } from '#app/platform/errors.ts';
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
    ...(await listQueue(member, { ...filters, after })),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, { title: data?.title ?? '', index: false });

export default function QueueRoute() {
  return <QueuePage {...useLoaderData<typeof loader>()} />;
}

/** A filter out of the address; undefined when it is not there or empty, as a form sends "all". */
function readOne<Value extends string>(params: URLSearchParams, name: string, known: readonly Value[]) {
  const text = params.get(name) ?? '';
  if (text === '') return undefined;
  const value = known.find((one) => one === text);
  if (value === undefined) throw new DomainError('bad-request', `No such ${name}`);
  return value;
}
