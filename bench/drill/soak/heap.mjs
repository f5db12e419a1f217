/** Loaded into the forum (`node --import`): when it is asked for, everything is collected that can be, and what is left of the heap is told. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
/** @type {() => void} */
const collect = runInNewContext('gc');

process.on('message', () => {
  // What is held by finalizers goes with the next turn.
  collect();
  setImmediate(() => {
    collect();
    const { heapUsed, rss } = process.memoryUsage();
    process.send?.({ heapUsed, rss });
  });
});
// Who is left alone has nobody to stop it.
process.once('disconnect', () => process.exit(0));
process.channel?.unref();
