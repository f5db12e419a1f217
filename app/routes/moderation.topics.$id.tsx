import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { EditTopicPage } from '#app/components/moderation/topics/edit-topic-page.tsx';
import { pageMeta } from '#app/components/page-meta.ts';
import { requireRight } from '#app/domain/moderation/rights.ts';
import { topicSchema } from '#app/domain/moderation/topics/schema.ts';
import {
  getTopicForEdit,
  listAllTopics,
  saveTopic,
  type WorkbenchTopic,
} from '#app/domain/moderation/topics/workbench.server.ts';
import { translator } from '#app/i18n/translator.ts';
import { parseForm } from '#app/platform/forms/parse-form.server.ts';
import { keepingText, refuseField, refuseForm } from '#app/platform/forms/refuse-form.server.ts';
import { requireMember } from '#app/platform/forms/require-member.server.ts';

/** `new` makes a topic in the group that `?group=` names, or without it a group. */
const NEW = 'new';

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const member = requireMember(context.viewer, request);
  const groups = await listAllTopics(member);
  const topic = params['id'] === NEW ? null : await getTopicForEdit(member, params['id'] ?? '');
  const groupId = topic ? topic.groupId : new URL(request.url).searchParams.get('group');
  const t = translator(context.language);
  const nameOf = ({ id, texts }: WorkbenchTopic) => ({ id, name: texts[context.language].name });
  const title = topic
    ? t(groupId === null ? 'workbench.editGroup' : 'workbench.editTopic')
    : t(groupId === null ? 'workbench.newGroup' : 'workbench.newTopic');
  return {
    title,
    name: topic?.texts[context.language].name,
    topic: topic && { id: topic.id, isRetired: topic.isRetired, isGroup: topic.groupId === null },
    typed: { groupId: groupId ?? '', ...(topic && typedOf(topic)) },
    groups: groupId === null ? [] : groups.map(nameOf),
    others: groups.map((group) => ({
      ...nameOf(group),
      topics: group.topics.filter(({ id, isRetired }) => id !== topic?.id && !isRetired).map(nameOf),
    })),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, { title: data?.title ?? '', about: data?.name, index: false });

export async function action({ context, params, request }: ActionFunctionArgs) {
  const member = requireRight(requireMember(context.viewer, request), 'editTopics');
  const form = await parseForm(request, topicSchema);
  return keepingText(form.typed, async () => {
    if (!form.ok) return refuseForm(form.typed, form.faults);
    const id = params['id'] === NEW ? null : (params['id'] ?? '');
    const result = await saveTopic(member, { id, input: form.value });
    if (result.kind === 'refused') return refuseField(form.typed, result.field, result.fault);
    return redirect('/moderation/topics?saved', 303);
  });
}

export default function EditTopicRoute() {
  return <EditTopicPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}

/** The fields of the form as a topic has them. */
function typedOf({ slug, version, texts: { en, nb } }: WorkbenchTopic) {
  return {
    slug,
    version,
    nameEn: en.name,
    nameNb: nb.name,
    descriptionEn: en.description,
    descriptionNb: nb.description,
    synonymsEn: en.synonyms.join('\n'),
    synonymsNb: nb.synonyms.join('\n'),
  };
}
