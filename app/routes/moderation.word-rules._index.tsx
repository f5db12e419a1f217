import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { pageMeta } from '#app/components/page-meta.ts';
import { WordRulesPage, type RuleAnswer, type RuleForm } from '#app/components/moderation/word-rules-page.tsx';
import type { Member } from '#app/domain/identity/viewer.ts';
import { may, requireRight } from '#app/domain/moderation/rights.ts';
import {
  addWordRuleSchema,
  changeWordRuleSchema,
  importWordRulesSchema,
  removeWordRuleSchema,
  tryWordRulesSchema,
} from '#app/domain/moderation/word-rules/schema.ts';
import {
  addWordRule,
  changeWordRule,
  importWordRules,
  listWordRules,
  removeWordRule,
  tryWordRules,
} from '#app/domain/moderation/word-rules/word-rules.server.ts';
import type { Refusal } from '#app/domain/threads/render-body.server.ts';
import { translator } from '#app/i18n/translator.ts';
import { DomainError } from '#app/platform/errors.ts';
import { fault, type Typed } from '#app/platform/forms/faults.ts';
import { parseForm } from '#app/platform/forms/parse-form.server.ts';
import { keepingText } from '#app/platform/forms/refuse-form.server.ts';
import { requireMember } from '#app/platform/forms/require-member.server.ts';
import { wordRulesPath } from '#app/platform/urls.ts';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const member = requireMember(context.viewer, request);
  return {
    title: translator(context.language)('wordRules.title'),
    rules: await listWordRules(member),
    canEdit: may(member, 'editWordRules'),
    isDone: new URL(request.url).searchParams.has('done'),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data: page, matches }) =>
  pageMeta(matches, { title: page?.title ?? '', index: false });

/** What a form came to: nothing to show, or what its part of the page shows. */
type Outcome = { kind: 'done' } | { kind: 'shown'; answer: RuleAnswer; status: number };

const DONE: Outcome = { kind: 'done' };

export async function action({ context, request }: ActionFunctionArgs) {
  const member = requireRight(requireMember(context.viewer, request), 'seeWordRules');
  const name = new URL(request.url).searchParams.get('form') ?? 'add';
  const run = Object.hasOwn(FORMS, name) ? FORMS[name as RuleForm] : undefined;
  if (!run) throw new DomainError('bad-request', 'No such form');
  return keepingText<unknown>({}, async () => {
    const outcome = await run(member, request);
    if (outcome.kind === 'done') return redirect(`${wordRulesPath}?done`, 303);
    return data({ ...outcome.answer, form: name as RuleForm }, { status: outcome.status });
  });
}

const FORMS: Readonly<Record<RuleForm, (member: Member, request: Request) => Promise<Outcome>>> = {
  async add(member, request) {
    const form = await parseForm(request, addWordRuleSchema);
    if (!form.ok) return faulty(form);
    return answerOf(form.typed, await addWordRule(member, form.value));
  },

  async change(member, request) {
    const form = await parseForm(request, changeWordRuleSchema);
    if (!form.ok) return faulty(form);
    await changeWordRule(member, form.value);
    return DONE;
  },

  async remove(member, request) {
    const form = await parseForm(request, removeWordRuleSchema);
    if (!form.ok) return faulty(form);
    await removeWordRule(member, form.value.id);
    return DONE;
  },

  async import(member, request) {
    const form = await parseForm(request, importWordRulesSchema);
    if (!form.ok) return faulty(form);
    const result = await importWordRules(member, form.value.list);
    if (result.kind !== 'faulty') return answerOf(form.typed, result);
    return { kind: 'shown', answer: { typed: form.typed, faults: {}, lines: result.faults }, status: 400 };
  },

  async try(member, request) {
    const form = await parseForm(request, tryWordRulesSchema);
    if (!form.ok) return faulty(form);
    const found = await tryWordRules(member, form.value.text);
    return { kind: 'shown', answer: { typed: form.typed, faults: {}, found }, status: 200 };
  },
};

function faulty({ typed, faults }: Pick<RuleAnswer, 'typed' | 'faults'>): Outcome {
  return { kind: 'shown', answer: { typed, faults }, status: 400 };
}

function answerOf(typed: Typed, result: { kind: 'added' | 'imported' } | Refusal): Outcome {
  if (result.kind !== 'refused') return DONE;
  return faulty({ typed, faults: { [result.field]: fault(result.fault, result.values) } });
}

export default function WordRulesRoute() {
  return <WordRulesPage {...useLoaderData<typeof loader>()} answer={useActionData<RuleAnswer>()} />;
}
