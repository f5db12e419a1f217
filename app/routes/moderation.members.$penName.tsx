import {
  data,
  redirect,
  redirectDocument,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ResetDone } from '#app/components/moderation/members/reset-done.tsx';
import { StaffMemberPage } from '#app/components/moderation/members/staff-member-page.tsx';
import { pageMeta } from '#app/components/page-meta.ts';
import { isLastAdministrator } from '#app/domain/identity/administrators.server.ts';
import { dutyOf } from '#app/domain/identity/second-factor-duty.ts';
import { actOnMember } from '#app/domain/moderation/members/act-on-member.server.ts';
import { getMemberForStaff } from '#app/domain/moderation/members/find-members.server.ts';
import { MEMBER_INTENTS, memberSchema } from '#app/domain/moderation/members/schema.ts';
import { may, requireRight } from '#app/domain/moderation/rights.ts';
import { clearedSessionCookie } from '#app/platform/cookies.server.ts';
import { translator } from '#app/i18n/translator.ts';
import { parseForm } from '#app/platform/forms/parse-form.server.ts';
import { keepingText, refuseField, refuseForm } from '#app/platform/forms/refuse-form.server.ts';
import { requireMember } from '#app/platform/forms/require-member.server.ts';
import { findMemberPath, staffMemberPath } from '#app/platform/urls.ts';

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const member = requireMember(context.viewer, request);
  const { searchParams } = new URL(request.url);
  return {
    title: translator(context.language)('memberWork.title'),
    member: await getMemberForStaff(member, params['penName'] ?? ''),
    can: { grantRoles: may(member, 'grantRoles'), resetAccounts: may(member, 'resetAccounts') },
    isLastAdministrator: await isLastAdministrator(member),
    duty: dutyOf(member),
    done: searchParams.has('saved') ? ('saved' as const) : searchParams.has('refused') ? ('refused' as const) : null,
  };
}

/** After a refusal too: what has changed meanwhile is what one has to see. */
export const shouldRevalidate = (): boolean => true;

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) =>
  pageMeta(matches, { title: loaded?.title ?? '', about: loaded?.member.penName, index: false });

export async function action({ context, params, request }: ActionFunctionArgs) {
  const member = requireRight(requireMember(context.viewer, request), 'verifyMembers');
  const penName = params['penName'] ?? '';
  const form = await parseForm(request, memberSchema, { intents: MEMBER_INTENTS });
  return keepingText(form.typed, async () => {
    if (!form.ok) return refuseForm(form.typed, form.faults);
    const result = await actOnMember(member, { penName, intent: form.intent, input: form.value });
    switch (result.kind) {
      case 'refused':
        return refuseField(form.typed, result.field, result.fault);
      case 'reset':
        // No redirect: the code is in this one answer and nowhere else.
        return data({ penName: result.penName, code: result.code });
      case 'gone':
        return redirect(findMemberPath(penName), 303);
      case 'stepped-down':
        return redirectDocument('/sign-in', { status: 303, headers: { 'Set-Cookie': clearedSessionCookie() } });
      case 'done':
        return redirect(`${staffMemberPath(penName)}?saved`, 303);
    }
  });
}

export default function StaffMemberRoute() {
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer && 'code' in answer) return <ResetDone penName={answer.penName} code={answer.code} />;
  return <StaffMemberPage {...loaded} answer={answer} />;
}
