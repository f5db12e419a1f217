import type { startAuthentication, startRegistration } from '@simplewebauthn/browser';

/** Forms whose passkey the browser has just answered for: they go their way. */
const answered = new WeakSet<HTMLFormElement>();

/**
 * Asks the browser for a passkey when a form that needs one is sent, and sends it then with the answer. Where the browser gives none
 * it is sent without, and the server says what is missing. The library is loaded when it is needed.
 */
export function watchPasskeys(): void {
  // On the window and before anybody else: where Remix runs it would send the form by itself.
  window.addEventListener('submit', holdBack, { capture: true });
}

function holdBack(event: SubmitEvent): void {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || answered.delete(form)) return;
  const field = form.querySelector<HTMLInputElement>('input[data-passkey]');
  // The server names the fields that are still empty, as in every form.
  if (!field || !form.checkValidity()) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  void ask(field).then((response) => {
    field.value = response;
    answered.add(form);
    form.requestSubmit(event.submitter);
  });
}

async function ask(field: HTMLInputElement): Promise<string> {
  try {
    const optionsJSON: unknown = JSON.parse(field.dataset['passkeyOptions'] ?? '');
    const browser = await import('@simplewebauthn/browser');
    const start = field.dataset['passkey'] === 'create' ? browser.startRegistration : browser.startAuthentication;
    // The task and its options were written together by the server.
    return JSON.stringify(await start({ optionsJSON } as Options));
  } catch {
    // Cancelled, timed out, unknown to the browser: it is all one to the form.
    return '';
  }
}

type Options = Parameters<typeof startRegistration>[0] & Parameters<typeof startAuthentication>[0];
