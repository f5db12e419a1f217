import { data } from '@remix-run/node';
import type { z } from 'zod';
import type { Member, Viewer } from '#app/domain/identity/viewer.ts';
import { parseForm } from './parse-form.server.ts';

type SentForm = { request: Request; schema: z.ZodObject };

/**
 * The viewer of a composer's action. Where the session ended while they wrote, all that was typed goes back with the answer (401)
 * and is stored nowhere: the page that shows it (`SignedOutPage`) sends it again once its writer has signed in.
 */
export async function requireWriter(viewer: Viewer, { request, schema }: SentForm): Promise<Member> {
  if (viewer.kind === 'member') return viewer;
  const { typed } = await parseForm(request, schema, { intents: ['publish'] });
  throw data({ typed }, { status: 401 });
}
