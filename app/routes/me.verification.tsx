import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { AskVerificationPage } from '#app/components/accounts/ask-verification-page.tsx';
import { VerificationPage } from '#app/components/accounts/verification-page.tsx';
import { pageMeta } from '#app/components/page-meta.ts';
import { LEAST_SHARING, myVerificationForPersonas } from '#app/domain/authorship/verification.server.ts';
import { getMyVerification, showMyVerification } from '#app/domain/authorship/verify-member.server.ts';
import type { Member } from '#app/domain/identity/viewer.ts';
import {
  askVerification,
  getMyVerificationRequest,
  withdrawVerification,
} from '#app/domain/moderation/verification/ask-verification.server.ts';
import { askVerificationSchema } from '#app/domain/moderation/verification/schema.ts';
import { checkbox } from '#app/domain/threads/schema.ts';
import { translator } from '#app/i18n/translator.ts';
import { DomainError } from '#app/platform/errors.ts';
import { parseForm } from '#app/platform/forms/parse-form.server.ts';
import { keepingText, refuseForm } from '#app/platform/forms/refuse-form.server.ts';
import { requireMember } from '#app/platform/forms/require-member.server.ts';

const PATH = '/me/verification';
const showSchema = z.strictObject({ isShown: checkbox });
const withdrawSchema = z.strictObject({ state: z.enum(['waiting', 'refused']) });

export async function loader({ context, request }: LoaderFunctionArgs) {
  const member = requireMember(context.viewer, request);
  const { searchParams } = new URL(request.url);
  return {
    title: translator(context.language)('me.verification'),
    penName: member.penName,
    isSaved: searchParams.has('saved'),
    isWithdrawn: searchParams.has('withdrawn'),
    verification: await getMyVerification(member),
    personasMayShow: (await myVerificationForPersonas(member)) !== null,
    leastSharing: LEAST_SHARING,
    request: await getMyVerificationRequest(member),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, { title: data?.title ?? '', index: false });

export async function action({ context, request }: ActionFunctionArgs) {
  const member = requireMember(context.viewer, request);
  const { searchParams } = new URL(request.url);
  if (searchParams.has('ask')) return ask(context, member, request);
  return searchParams.has('withdraw') ? withdraw(member, request) : show(member, request);
}

async function ask(context: ActionFunctionArgs['context'], member: Member, request: Request) {
  const form = await parseForm(request, askVerificationSchema);
  return keepingText(form.typed, async () => {
    if (!form.ok) return refuseForm(form.typed, form.faults);
    await context.limit('verification');
    await askVerification(member, form.value);
    return redirect(PATH, 303);
  });
}

async function withdraw(member: Member, request: Request) {
  const form = await parseForm(request, withdrawSchema);
  if (!form.ok) throw new DomainError('bad-request', 'Neither a request nor an answer');
  const isDone = await withdrawVerification(member, form.value.state);
  return redirect(isDone ? `${PATH}?withdrawn` : PATH, 303);
}

async function show(member: Member, request: Request) {
  const form = await parseForm(request, showSchema);
  if (!form.ok) throw new DomainError('bad-request', 'Neither shown nor not');
  await showMyVerification(member, form.value.isShown);
  return redirect(`${PATH}?saved`, 303);
}

export default function VerificationRoute() {
  const { verification, request, isWithdrawn, ...data } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (verification) return <VerificationPage {...data} {...verification} />;
  return <AskVerificationPage request={request} isWithdrawn={isWithdrawn} answer={answer} />;
}
