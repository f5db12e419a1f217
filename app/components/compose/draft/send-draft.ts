import { keepDraftPath } from '#app/platform/urls.ts';

/** How a draft stands: kept, not yet begun, or why it is not kept. */
export type DraftState = 'none' | 'kept' | 'unreachable' | 'busy' | 'signed-out' | 'too-many' | 'too-long';

const WHY: Readonly<Partial<Record<number, DraftState>>> = {
  401: 'signed-out',
  409: 'too-many',
  413: 'too-long',
  429: 'busy',
  503: 'busy',
};

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
    return WHY[response.status] ?? 'unreachable';
  } catch {
    return 'unreachable';
  }
}
