import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { MAIL_ACTS, MailPage, type MailAct } from '#app/components/mail/mail-page.tsx';
import { pageMeta } from '#app/components/page-meta.ts';
import { askForMail, endMail, getMailLink, setMailPace } from '#app/domain/following/mail/mail-link.server.ts';
import { askForMailSchema, mailPaceSchema } from '#app/domain/following/mail/schema.ts';
import { translator } from '#app/i18n/translator.ts';
import { DomainError } from '#app/platform/errors.ts';
import { parseForm } from '#app/platform/forms/parse-form.server.ts';
import { keepingText, refuseForm } from '#app/platform/forms/refuse-form.server.ts';
import { requireMember } from '#app/platform/forms/require-member.server.ts';
import { isMailOn } from '#app/platform/mail/post-office.server.ts';
import { mailSettingsPath } from '#app/platform/urls.ts';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const member = requireMember(context.viewer, request);
  return {
    title: translator(context.language)('mail.title'),
    link: await getMailLink(member),
    isMailOn: isMailOn(),
    done: MAIL_ACTS.find((act) => act === new URL(request.url).searchParams.get('done')) ?? null,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, { title: data?.title ?? '', index: false });

export async function action({ context, request }: ActionFunctionArgs) {
  const member = requireMember(context.viewer, request);
  const form = new URL(request.url).searchParams.get('form');
  if (form === 'pace') {
    const given = await parseForm(request, mailPaceSchema);
    if (!given.ok) throw new DomainError('bad-request', 'No such pace');
    await setMailPace(member, given.value.pace);
    return done('paced');
  }
  if (form === 'end') {
    await endMail(member);
    return done('ended');
  }
  if (!isMailOn()) throw new DomainError('not-found', 'This forum sends no mail');
  const given = await parseForm(request, askForMailSchema);
  return keepingText(given.typed, async () => {
    if (!given.ok) return refuseForm(given.typed, given.faults);
    await context.limit('mail');
    const isKnown = await askForMail(member, { ...given.value, language: context.language });
    return done(isKnown ? 'paced' : 'asked');
  });
}

const done = (act: MailAct) => redirect(`${mailSettingsPath}?done=${act}`, 303);

export default function MailSettingsRoute() {
  const { title: _, ...data } = useLoaderData<typeof loader>();
  return <MailPage {...data} answer={useActionData<typeof action>()} />;
}
