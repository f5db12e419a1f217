/** How often a page in sight asks whether its thread has grown, and the longest pause after answers that failed, in ms. */
const EVERY = 60_000;
const LONGEST = 16 * EVERY;
/** How often it is looked whether that time has come: a page may have been out of sight meanwhile. */
const TICK = 10_000;
/** Replies that are counted; beyond them it says "50+". */
const COUNTED = 50;

/**
 * On the last page of a thread: says how many replies have come since, and shows them after the others when asked to. Until then
 * nothing moves, and the page is not loaded anew: a reply that is being written stays as it is. The public API is asked, without
 * the session's cookie: it answers from memory and cannot tell who is reading.
 */
export function watchNewReplies(): void {
  let asked = Date.now();
  let pause = EVERY;
  const look = async (): Promise<void> => {
    const list = document.querySelector<HTMLElement>('[data-new-replies]');
    if (!list || document.visibilityState !== 'visible' || Date.now() - asked < pause) return;
    asked = Date.now();
    pause = (await tell(list)) ? EVERY : Math.min(2 * pause, LONGEST);
  };
  setInterval(() => void look(), TICK);
  document.addEventListener('visibilitychange', () => void look());
}

/** @returns whether there was an answer. */
async function tell(list: HTMLElement): Promise<boolean> {
  const address = `/api/v1/threads/${list.dataset['newReplies']}?after=${list.dataset['after']}&limit=${COUNTED}`;
  const response = await fetch(address, { credentials: 'omit' }).catch(() => undefined);
  if (!response?.ok) return false;
  const { posts, next } = (await response.json()) as { posts: unknown[]; next: number | null };
  say(list, posts.length === 0 ? '' : `${posts.length}${next === null ? '' : '+'}`);
  return true;
}

/** `count`: how many there are; empty for none. */
function say(list: HTMLElement, count: string): void {
  const line = list.nextElementSibling;
  const [status, button] = [line?.querySelector('[role=status]'), line?.querySelector('button')];
  if (!(line instanceof HTMLElement) || !status || !button) return;
  const words = count === '' ? '' : (line.dataset['words'] ?? '').replace('#', count);
  // Said again, it would be read out again.
  if (status.textContent !== words) status.textContent = words;
  button.hidden = count === '';
  button.onclick = () => void show(list);
}

/** Puts what the page of the thread would show from here on after what stands here already, and goes to it. */
async function show(list: HTMLElement): Promise<void> {
  const address = `${list.dataset['page']}?after=${list.dataset['after']}`;
  const response = await fetch(address).catch(() => undefined);
  // Where the thread cannot be reached the button stays, to be pressed again.
  if (!response?.ok) return;
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const added = [...page.querySelectorAll<HTMLElement>('.thread-replies > .post-list:not([data-new-replies]) > *')];
  const posts = added.filter((one) => one.matches('.post'));
  const last = posts.at(-1)?.id.replace('post-', '');
  if (last === undefined) return;
  list.append(...added);
  list.dataset['after'] = last;
  say(list, '');
  markAsRead(page);
  const [first] = posts;
  if (!first) return;
  first.tabIndex = -1;
  first.focus({ preventScroll: true });
  first.scrollIntoView({ block: 'nearest' });
}

/** As the page would have done by itself, had it been loaded: the button is there for members who keep such marks. */
function markAsRead(page: Document): void {
  const button = page.querySelector<HTMLButtonElement>('.read-mark button');
  const path = button?.form?.getAttribute('action');
  if (!button || !path) return;
  const body = new URLSearchParams({ [button.name]: button.value });
  void fetch(path, { method: 'POST', body, redirect: 'manual' }).catch(() => undefined);
}
