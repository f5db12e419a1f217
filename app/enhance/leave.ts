/**
 * Makes "Leave" take the page out of the history as it goes, so that "Back" does not lead here again. The page is
 * emptied first: the neutral site may take a moment to come.
 */
export function watchLeaving(): void {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-leave]') : null;
    if (!link) return;
    event.preventDefault();
    document.title = '';
    document.body.hidden = true;
    location.replace(link.href);
  });
}
