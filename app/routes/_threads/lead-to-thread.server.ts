import { redirect, type LoaderFunctionArgs } from '@remix-run/node';
import { threadPath } from '#app/platform/urls.ts';
import { threadOrMerged } from './thread-or-redirect.server.ts';

/** The loader of an address that only takes a form: whoever comes there otherwise is brought to the thread, and nothing is done. */
export async function leadToThread({ context, params }: LoaderFunctionArgs) {
  const { thread } = await threadOrMerged(context.viewer, { id: params['id'] ?? '', language: context.language });
  return redirect(threadPath(thread), 303);
}
