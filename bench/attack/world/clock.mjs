/**
 * Loaded into the attacked forum (`node --import`): its clock shows what the parent sends, and goes on from there. What it does
 * every minute or more rarely is done by that clock too. PGlite asks Date, so the database follows.
 */
const RealDate = Date;
const { setInterval: realSetInterval, clearInterval: realClearInterval } = globalThis;
const LONG = 60_000;
const FAR = 2 ** 31 - 1;
/** @type {Map<NodeJS.Timeout, { run: () => void, every: number, due: number }>} */
const longTimers = new Map();
let shift = 0;
const now = () => RealDate.now() + shift;

globalThis.Date = new Proxy(RealDate, {
  construct: (target, args, asked) => Reflect.construct(target, args.length === 0 ? [now()] : args, asked),
  apply: () => new RealDate(now()).toString(),
  get: (target, name, receiver) => (name === 'now' ? now : Reflect.get(target, name, receiver)),
});

globalThis.setInterval = Object.assign(
  (/** @type {(...args: any[]) => void} */ run, /** @type {number} */ every, /** @type {any[]} */ ...args) => {
    if (!(every >= LONG)) return realSetInterval(run, every, ...args);
    const handle = realSetInterval(() => {}, FAR);
    longTimers.set(handle, { run: () => run(...args), every, due: now() + every });
    return handle;
  },
  realSetInterval,
);

globalThis.clearInterval = (handle) => {
  if (typeof handle === 'object' && handle !== null) longTimers.delete(handle);
  realClearInterval(handle);
};

process.on('message', (/** @type {{ now: number }} */ message) => {
  shift = message.now - RealDate.now();
  for (const timer of longTimers.values()) {
    if (timer.due > now()) continue;
    timer.due = now() + timer.every;
    timer.run();
  }
  process.send?.('set');
});
// Who is left alone has nobody to stop it.
process.once('disconnect', () => process.exit(0));
process.channel?.unref();
