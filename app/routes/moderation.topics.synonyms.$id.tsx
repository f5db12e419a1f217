import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { EditGroupPage, type SynonymAnswer } from '#app/components/moderation/synonyms/edit-group-page.tsx';
import { pageMeta } from '#app/components/page-meta.ts';
import type { Member } from '#app/domain/identity/viewer.ts';
import { requireRight } from '#app/domain/moderation/rights.ts';
import { synonymActSchema, synonymGroupSchema, typedOfGroup } from '#app/domain/search/synonyms/schema.ts';
import { actOnSynonymGroup, getSynonymGroup, saveSynonymGroup } from '#app/domain/search/synonyms/workbench.server.ts';
import { translator } from '#app/i18n/translator.ts';
import { DomainError } from '#app/platform/errors.ts';
import { parseForm } from '#app/platform/forms/parse-form.server.ts';
import { keepingText, refuseBy, refuseForm } from '#app/platform/forms/refuse-form.server.ts';
import { requireMember } from '#app/platform/forms/require-member.server.ts';
import { synonymsPath } from '#app/platform/urls.ts';

const NEW = 'new';

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const member = requireRight(requireMember(context.viewer, request), 'editTopics');
  const t = translator(context.language);
  if (params['id'] === NEW) {
    return { title: t('synonyms.newGroup'), entry: null, typed: { lang: context.language, version: '' } };
  }
  const { group, origin, shipped, version } = await getSynonymGroup(member, params['id'] ?? '');
  return {
    title: t('synonyms.editGroup'),
    entry: { id: group.id, origin, shipped },
    typed: { ...typedOfGroup(group), version },
  };
}

export const meta: MetaFunction<typeof loader> = ({ data: page, matches }) =>
  pageMeta(matches, { title: page?.title ?? '', index: false });

export async function action({ context, params, request }: ActionFunctionArgs) {
  const member = requireRight(requireMember(context.viewer, request), 'editTopics');
  const id = params['id'] ?? '';
  if (new URL(request.url).searchParams.has('act')) return act(member, { id, request });
  const form = await parseForm(request, synonymGroupSchema);
  return keepingText(form.typed, async () => {
    if (!form.ok) return refuseForm(form.typed, form.faults);
    const result = await saveSynonymGroup(member, { id: id === NEW ? null : id, input: form.value });
    if (result.kind === 'refused') return refuseBy(form.typed, result);
    if (result.kind === 'saved') return redirect(`${synonymsPath}?saved`, 303);
    // One's own text stays, and now begins from theirs: sent again, it takes its place knowingly.
    const typed = { ...form.typed, version: result.version };
    return data<SynonymAnswer>({ typed, faults: {}, theirs: result.theirs }, { status: 409 });
  });
}

async function act(member: Member, { id, request }: { id: string; request: Request }) {
  const form = await parseForm(request, synonymActSchema);
  if (!form.ok) throw new DomainError('bad-request', 'Nothing that is done to a group of synonyms');
  await actOnSynonymGroup(member, { id, act: form.value });
  return redirect(`${synonymsPath}?saved`, 303);
}

export default function EditSynonymsRoute() {
  return <EditGroupPage {...useLoaderData<typeof loader>()} answer={useActionData<SynonymAnswer>()} />;
}
