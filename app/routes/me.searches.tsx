import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { pageMeta } from '#app/components/page-meta.ts';
import { SavedSearchesPage, type SavedSearchesAnswer } from '#app/components/saved-searches/saved-searches-page.tsx';
import { searchPath } from '#app/components/search/search-path.ts';
import type { Member } from '#app/domain/identity/viewer.ts';
import {
  listSavedSearches,
  removeSearch,
  renameSearch,
  requestOf,
  saveSearch,
} from '#app/domain/search/saved/saved-searches.server.ts';
import { removeSearchSchema, renameSearchSchema, saveSearchSchema } from '#app/domain/search/saved/schema.ts';
import { translator } from '#app/i18n/translator.ts';
import { DomainError } from '#app/platform/errors.ts';
import { fault, type Faults, type Typed } from '#app/platform/forms/faults.ts';
import { parseForm } from '#app/platform/forms/parse-form.server.ts';
import { requireMember } from '#app/platform/forms/require-member.server.ts';
import { savedSearchesPath } from '#app/platform/urls.ts';
import { searchedGroups } from './_search/searched-groups.server.ts';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const member = requireMember(context.viewer, request);
  return {
    title: translator(context.language)('savedSearches.title'),
    searches: await listSavedSearches(member),
    groups: await searchedGroups(member, context.language),
    isDone: new URL(request.url).searchParams.has('done'),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data: page, matches }) =>
  pageMeta(matches, { title: page?.title ?? '', index: false });

export async function action({ context, request }: ActionFunctionArgs) {
  const member = requireMember(context.viewer, request);
  const form = new URL(request.url).searchParams.get('form');
  if (form === 'save') {
    await context.limit('search');
    return save(member, request);
  }
  if (form === 'rename') return rename(member, request);
  if (form === 'remove') return remove(member, request);
  throw new DomainError('bad-request', 'No such form');
}

async function save(member: Member, request: Request) {
  const form = await parseForm(request, saveSearchSchema);
  const query = form.typed['query'] ?? '';
  const unsaved = requestOf(query);
  if (unsaved === null) throw new DomainError('bad-request', 'Not a search');
  if (!form.ok) return refused(form.typed, form.faults, { unsaved });
  const result = await saveSearch(member, form.value);
  if (result.kind === 'refused') {
    return refused(form.typed, { [result.field]: fault(result.fault, result.values) }, { unsaved });
  }
  const path = searchPath(unsaved);
  return redirect(`${path}&saved#watch`, 303);
}

async function rename(member: Member, request: Request) {
  const form = await parseForm(request, renameSearchSchema);
  if (!form.ok) return refused(form.typed, form.faults, { id: form.typed['id'] ?? '' });
  await renameSearch(member, form.value);
  return redirect(`${savedSearchesPath}?done`, 303);
}

async function remove(member: Member, request: Request) {
  const form = await parseForm(request, removeSearchSchema);
  if (!form.ok) throw new DomainError('bad-request', 'No saved search');
  await removeSearch(member, form.value.id);
  return redirect(`${savedSearchesPath}?done`, 303);
}

function refused(typed: Typed, faults: Faults, about: Pick<SavedSearchesAnswer, 'unsaved' | 'id'>) {
  return data<SavedSearchesAnswer>({ typed, faults, ...about }, { status: 400 });
}

export default function SavedSearchesRoute() {
  return <SavedSearchesPage {...useLoaderData<typeof loader>()} answer={useActionData<SavedSearchesAnswer>()} />;
}
