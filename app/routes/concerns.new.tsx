import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ABOUT_ME_FIELDS, AboutMePage } from '#app/components/moderation/queue/about-me-page.tsx';
import { pageMeta } from '#app/components/page-meta.ts';
import { askAboutMe } from '#app/domain/moderation/queue/about-me.server.ts';
import { aboutMeSchema } from '#app/domain/moderation/queue/schema.ts';
import { translator } from '#app/i18n/translator.ts';
import { parseForm } from '#app/platform/forms/parse-form.server.ts';
import { keepingText, refuseField, refuseForm } from '#app/platform/forms/refuse-form.server.ts';
import { safePath } from '#app/platform/urls.ts';
import { LOOK_FIELDS, lastLook, withoutLook } from './_compose/last-look.server.ts';

const schema = aboutMeSchema.extend(LOOK_FIELDS);

export function loader({ context, request }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  return {
    title: translator(context.language)('queue.aboutMeTitle'),
    about: safePath(searchParams.get('about'), ''),
    isSent: searchParams.has('sent'),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, { title: data?.title ?? '', canonical: '/concerns/new' });

export async function action({ context, request }: ActionFunctionArgs) {
  const form = await parseForm(request, schema);
  return keepingText(form.typed, async () => {
    const look = await lastLook(form, { fields: ABOUT_ME_FIELDS });
    if (look) return look;
    if (!form.ok) return refuseForm(form.typed, form.faults);
    await context.limit('concern');
    const result = await askAboutMe(context.origin, withoutLook(form.value));
    if (result.kind === 'refused') return refuseField(form.typed, result.field, result.fault);
    return redirect('/concerns/new?sent', 303);
  });
}

export default function AboutMeRoute() {
  return <AboutMePage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
