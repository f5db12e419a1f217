import { areKeysOn, hasModifier, isWriting } from './is-writing.ts';

/** Lets `?` show which keys there are, over the page that one reads: the same words as on the page `/keys`. */
export function watchKeysHelp(): void {
  document.addEventListener('keydown', (event) => {
    if (event.key !== '?' || !areKeysOn() || hasModifier(event) || isWriting(event.target)) return;
    if (document.querySelector('dialog[open], [data-keys]')) return;
    event.preventDefault();
    void show();
  });
}

async function show(): Promise<void> {
  const response = await fetch('/keys').catch(() => undefined);
  if (!response?.ok) return;
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const content = page.querySelector('[data-keys]');
  if (!content) return;
  const dialog = document.createElement('dialog');
  dialog.className = 'keys-dialog';
  dialog.setAttribute('aria-labelledby', 'keys-title');
  dialog.append(content);
  content.querySelector('form')?.removeAttribute('hidden');
  dialog.addEventListener('close', () => {
    dialog.remove();
  });
  document.body.append(dialog);
  dialog.showModal();
}
