import { sendDraft, type DraftState } from './send-draft.ts';

/** Milliseconds after the last letter, the most that somebody who does not stop writing waits, and between tries. */
const PAUSE = 2_000;
const LONGEST = 10_000;
const TRY_AGAIN = [3_000, 6_000, 15_000, 30_000] as const;

type Options = { threadId: string | null; say: (state: DraftState) => void };

/**
 * Keeps a composer's form as a draft: a moment after the last letter, again and again where it could not be kept, and when the page
 * goes. One at a time, and all under the form's own key: however often it is sent, there is one draft. Gives what ends it.
 */
export function keepAsWritten(form: HTMLFormElement, { threadId, say }: Options): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isSending = false;
  let unsavedSince: number | null = null;
  let failures = 0;

  // Asked by a function, for it may change while an answer is waited for.
  const isUnsaved = (): boolean => unsavedSince !== null;

  function saveIn(ms: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => void save(), ms);
  }

  async function save(): Promise<void> {
    if (isSending) return;
    clearTimeout(timer);
    isSending = true;
    const since = unsavedSince;
    unsavedSince = null;
    const state = await sendDraft(form, threadId);
    isSending = false;
    if (!form.isConnected) return;
    say(state);
    // A text that is too long is sent again once it has changed.
    const isLost = state !== 'kept' && state !== 'none' && state !== 'too-long';
    failures = isLost ? failures + 1 : 0;
    if (isLost) {
      unsavedSince ??= since;
      saveIn(TRY_AGAIN[Math.min(failures, TRY_AGAIN.length) - 1] ?? PAUSE);
    } else if (isUnsaved()) saveIn(PAUSE);
  }

  const onInput = (): void => {
    unsavedSince ??= Date.now();
    if (!isSending && failures === 0) saveIn(Math.min(PAUSE, Math.max(0, unsavedSince + LONGEST - Date.now())));
  };
  const onOnline = (): void => {
    if (failures > 0) void save();
  };
  const onLeave = (): void => {
    if (isUnsaved()) void sendDraft(form, threadId, true);
    unsavedSince = null;
  };
  form.addEventListener('input', onInput);
  window.addEventListener('online', onOnline);
  window.addEventListener('pagehide', onLeave);
  // What was typed before this script came.
  if (isWrittenIn(form)) onInput();
  return () => {
    clearTimeout(timer);
    onLeave();
    form.removeEventListener('input', onInput);
    window.removeEventListener('online', onOnline);
    window.removeEventListener('pagehide', onLeave);
  };
}

/** Whether a text of the form is another than the page came with. */
function isWrittenIn(form: HTMLFormElement): boolean {
  return [...form.elements].some(
    (control) =>
      (control instanceof HTMLTextAreaElement || control instanceof HTMLInputElement) &&
      control.value !== control.defaultValue,
  );
}
