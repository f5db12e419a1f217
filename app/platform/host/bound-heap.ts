import { setFlagsFromString } from 'node:v8';

/** V8's own name for it: a misspelt flag would be passed over. */
export const HEAP_FLAG = '--heap-growing-percent';

/**
 * Lets the heap grow by half of what is alive before it is collected, and not to several times that, as V8 does where a machine has much
 * memory. It is no limit: what needs more gets it.
 */
export function boundHeap(): void {
  setFlagsFromString(`${HEAP_FLAG}=50`);
}
