import { keepDraftPath } from '#app/platform/urls.ts';

/** How a draft stands: kept, not yet begun, or why it is not kept. */
export type DraftState = 'none' | 'kept' | 'unreachable' | 'signed-out' | 'too-many';

/**
 * Sends a composer's form to be kept. `isLast`: the page goes, and the answer is for nobody.
 */
export async function sendDraft(form: HTMLFormElement, threadId: string | null, isLast = false): Promise<DraftState> {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value);
  if (threadId !== null) body.append('thread', threadId);
  try {
    const response = await fetch(keepDraftPath, { method: 'POST', body, keepalive: isLast });
    if (response.ok) return ((await response.json()) as { draft: number | null }).draft === null ? 'none' : 'kept';
    return response.status === 401 ? 'signed-out' : response.status === 409 ? 'too-many' : 'unreachable';
  } catch {
    return 'unreachable';
  }
}
