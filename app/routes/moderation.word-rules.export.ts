import type { LoaderFunctionArgs } from '@remix-run/node';
import { listOfRules } from '#app/domain/moderation/word-rules/rule-list.ts';
import { listWordRules } from '#app/domain/moderation/word-rules/word-rules.server.ts';
import { requireMember } from '#app/platform/forms/require-member.server.ts';

/** All rules as a file. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const member = requireMember(context.viewer, request);
  return new Response(listOfRules(await listWordRules(member)), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="word-rules.csv"',
      'Cache-Control': 'no-store',
    },
  });
}
