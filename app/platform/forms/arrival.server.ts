import type { AppLoadContext } from '@remix-run/node';
import { readSession } from '#app/domain/identity/sessions.server.ts';
import { sessionCookie } from '../cookies.server.ts';

const arrived = new WeakSet<AppLoadContext>();

/**
 * Signs in within a request whose answer is a page and no redirect: what is rendered after the action sees the member, in its header
 * and everywhere. Gives the headers that the answer needs.
 */
export async function arrive(
  context: AppLoadContext,
  { token, expiresAt }: { token: string; expiresAt: Date },
): Promise<HeadersInit> {
  context.viewer = (await readSession(token)) ?? context.viewer;
  arrived.add(context);
  return { 'Set-Cookie': sessionCookie(token, expiresAt) };
}

/** Whether the member came in by this very request: pages that send members away show them what they came for first. */
export function hasJustArrived(context: AppLoadContext): boolean {
  return arrived.has(context);
}
