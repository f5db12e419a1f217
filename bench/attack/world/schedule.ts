/** Runs stories that tell how long they wait before each of their next steps: one step at a time, in the order of their times. */
export async function runInOrder(
  stories: readonly { at: number; story: AsyncGenerator<number, void, void> }[],
  setClock: (now: number) => Promise<void>,
): Promise<void> {
  const waiting = [...stories].sort((a, b) => b.at - a.at);
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    await setClock(next.at);
    const step = await next.story.next();
    if (step.done !== true) insert(waiting, { story: next.story, at: next.at + step.value });
  }
}

/** `waiting` is sorted, the earliest last. */
function insert<Waiting extends { at: number }>(waiting: Waiting[], one: Waiting): void {
  let [low, high] = [0, waiting.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((waiting[middle]?.at ?? 0) > one.at) low = middle + 1;
    else high = middle;
  }
  waiting.splice(low, 0, one);
}
