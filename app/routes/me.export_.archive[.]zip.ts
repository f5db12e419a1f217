import type { LoaderFunctionArgs } from '@remix-run/node';
import { exportArchive } from '#app/domain/privacy/export-archive.server.ts';
import { requireMember } from '#app/platform/forms/require-member.server.ts';

/** The archive for whoever is signed in, made anew each time. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const member = requireMember(context.viewer, request);
  await context.limit('export');
  const archive = await exportArchive(member, { origin: context.origin, language: context.language });
  return new Response(archive, {
    headers: {
      'Content-Type': 'application/zip',
      'Content-Disposition': 'attachment; filename="both-chairs-export.zip"',
      'Cache-Control': 'no-store',
    },
  });
}
