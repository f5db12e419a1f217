/** How long it is said that a link was copied. */
const SAID_IN_MS = 6_000;

/**
 * Lets links with `data-copied` (what is said then) put their address into the clipboard instead of leading there. Pressed with another
 * key, to open a tab, they are links, and where the browser lets nothing be copied.
 */
export function watchCopying(): void {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-copied]') : null;
    // Without https there is no clipboard, whatever the types say.
    const clipboard = navigator.clipboard as Clipboard | undefined;
    if (!link || !clipboard || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const line = statusLine();
    clipboard.writeText(link.href).then(
      () => (line.textContent = link.dataset['copied'] ?? ''),
      () => location.assign(link.href),
    );
  });
}

/** Empty, and new each time: what is said again is read out again. */
function statusLine(): HTMLElement {
  document.querySelector('.copied')?.remove();
  const line = document.createElement('p');
  line.className = 'copied';
  line.setAttribute('role', 'status');
  document.body.append(line);
  setTimeout(() => line.remove(), SAID_IN_MS);
  return line;
}
