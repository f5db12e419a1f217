import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { MutedPage } from '#app/components/accounts/muted-page.tsx';
import { pageMeta } from '#app/components/page-meta.ts';
import { listMutedMembers, muteMember } from '#app/domain/identity/preferences/mute-member.server.ts';
import { listMutedTopics, muteTopic } from '#app/domain/topics/mute-topic.server.ts';
import { translator } from '#app/i18n/translator.ts';
import { DomainError } from '#app/platform/errors.ts';
import { parseForm } from '#app/platform/forms/parse-form.server.ts';
import { requireMember } from '#app/platform/forms/require-member.server.ts';
import { safePath } from '#app/platform/urls.ts';

/** One of the two; `muted` says whether it is to be so. */
const schema = z.strictObject({
  penName: z.string().max(100).optional(),
  topic: z.string().max(100).optional(),
  muted: z.enum(['yes', 'no']),
  to: z.string().max(500).optional(),
});

export async function loader({ context, request }: LoaderFunctionArgs) {
  const member = requireMember(context.viewer, request);
  const { language } = context;
  return {
    title: translator(language)('preferences.mutedTitle'),
    members: await listMutedMembers(member),
    topics: (await listMutedTopics(member, language)).map(({ slug, name }) => ({ slug, name })),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, { title: data?.title ?? '', index: false });

export async function action({ context, request }: ActionFunctionArgs) {
  const member = requireMember(context.viewer, request);
  const form = await parseForm(request, schema);
  if (!form.ok) throw new DomainError('bad-request', 'Neither muted nor heard again');
  const { penName, topic, muted, to } = form.value;
  const isMuted = muted === 'yes';
  if (penName !== undefined) await muteMember(member, { penName, isMuted });
  if (topic !== undefined) await muteTopic(member, { slug: topic, isMuted, language: context.language });
  return redirect(safePath(to, '/me/settings/muted'), 303);
}

export default function MutedRoute() {
  const { members, topics } = useLoaderData<typeof loader>();
  return <MutedPage members={members} topics={topics} />;
}
