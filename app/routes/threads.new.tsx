import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { SanctionNotice } from '#app/components/compose/sanction-notice.tsx';
import { NewThreadForm } from '#app/components/compose/new-thread-form.tsx';
import { OPENING_FIELDS } from '#app/components/compose/opening-fields.tsx';
import { WrittenText } from '#app/components/compose/written-text.tsx';
import { DraftOffer } from '#app/components/drafts/draft-offer.tsx';
import { pageMeta } from '#app/components/page-meta.ts';
import { barOnMe } from '#app/domain/authorship/bars-on-me.server.ts';
import { publishThread } from '#app/domain/moderation/holds/publish.server.ts';
import { may } from '#app/domain/moderation/rights.ts';
import { startThreadSchema } from '#app/domain/threads/schema.ts';
import { listNamedTopics } from '#app/domain/topics/list-named-topics.server.ts';
import { listTopicGroups } from '#app/domain/topics/list-topic-groups.server.ts';
import { topicNames } from '#app/domain/topics/topic-names.ts';
import { topicsInUse } from '#app/domain/topics/topics-in-use.ts';
import { translator } from '#app/i18n/translator.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import { parseForm } from '#app/platform/forms/parse-form.server.ts';
import { keepingText, refuseBy, refuseForm } from '#app/platform/forms/refuse-form.server.ts';
import { requireMember } from '#app/platform/forms/require-member.server.ts';
import { requireWriter } from '#app/platform/forms/require-writer.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import { threadPath, topicsAddress } from '#app/platform/urls.ts';
import { doneWith, draftAnswer, draftIn, draftsOfThreads } from './_compose/draft.server.ts';
import { LOOK_FIELDS, lastLook, withoutLook } from './_compose/last-look.server.ts';
import { previewAnswer } from './_compose/preview-answer.server.ts';
import { withSimilar } from './_compose/with-similar.server.ts';
import { loadWriter } from './_compose/writer.server.ts';

const schema = startThreadSchema.safeExtend(LOOK_FIELDS);

export { keepText as clientAction } from '#app/components/compose/keep-text.ts';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const member = requireMember(context.viewer, request);
  const draft = await draftIn(request, member, null);
  return {
    title: translator(context.language)('compose.newThread'),
    bar: await barOnMe(member, { threadId: null, as: 'anonymous' }),
    writer: await loadWriter(member, null),
    draft,
    begun: draft ? [] : await draftsOfThreads(member, context.language),
    groups: topicsInUse(await listTopicGroups(member, context.language)),
    named: await listNamedTopics(member, context.language),
    topic: new URL(request.url).searchParams.get('topic') ?? '',
    mayWriteGuides: may(member, 'writeGuides'),
    formKey: draft?.formKey ?? newId(),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, { title: data?.title ?? '', index: false });

export async function action(args: ActionFunctionArgs) {
  const answer = await answerForm(args);
  if (!('data' in answer)) return answer;
  return withSimilar(args.context.viewer, args.context.language, answer);
}

async function answerForm({ context, request }: ActionFunctionArgs) {
  const member = await requireWriter(context.viewer, { request, schema });
  const form = await parseForm(request, schema, { intents: ['publish', 'preview', 'draft'] });
  return keepingText(form.typed, async () => {
    if (form.intent === 'preview') return previewAnswer(form.typed);
    if (form.intent === 'draft') return draftAnswer(member, { threadId: null, typed: form.typed });
    const allow = async () => [
      topicsAddress(context.origin),
      ...topicNames(await listTopicGroups(member, context.language)),
    ];
    const look = await lastLook(form, { fields: OPENING_FIELDS, allow });
    if (look) return look;
    if (!form.ok) return refuseForm(form.typed, form.faults);
    await context.limit('post');
    const result = await publishThread(member, withoutLook(form.value));
    if (result.kind === 'refused') return refuseBy(form.typed, result);
    await doneWith(member, form.value);
    return redirect(threadPath(result.thread), 303);
  });
}

export default function NewThreadPage() {
  const { t } = useTranslation();
  const { bar, begun, ...form } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <div className="page page-narrow page-compose">
      <h1>{t('compose.newThread')}</h1>
      <p className="lead">{t('compose.newThreadLead')}</p>
      {!bar && !answer && <DraftOffer drafts={begun} topic={form.topic} />}
      {bar && answer && <WrittenText typed={answer.typed} />}
      {bar ? (
        <SanctionNotice sanction="bar" {...bar} />
      ) : (
        <NewThreadForm answer={answer} similar={answer?.similar ?? []} {...form} />
      )}
    </div>
  );
}
