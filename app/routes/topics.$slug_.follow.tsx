import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { followTopic, unfollowTopic } from '#app/domain/following/follow-topic.server.ts';
import { DomainError } from '#app/platform/errors.ts';
import { parseForm } from '#app/platform/forms/parse-form.server.ts';
import { requireMember } from '#app/platform/forms/require-member.server.ts';
import { safePath, topicPath } from '#app/platform/urls.ts';

const followSchema = z.strictObject({ intent: z.enum(['follow', 'unfollow']), to: z.string().max(500).optional() });

/** The button stands on the topic's page: whoever comes here otherwise is brought there. */
export function loader({ params }: LoaderFunctionArgs) {
  return redirect(topicPath(params['slug'] ?? ''), 303);
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const member = requireMember(context.viewer, request);
  const form = await parseForm(request, followSchema);
  if (!form.ok) throw new DomainError('bad-request', 'Neither followed nor stopped following');
  const slug = params['slug'] ?? '';
  if (form.value.intent === 'follow') await followTopic(member, { slug, language: context.language });
  else await unfollowTopic(member, slug);
  return redirect(safePath(form.value.to, topicPath(slug)), 303);
}
