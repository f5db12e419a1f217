/* global window */
// Runs in a page before anything of its own, and keeps what the browser says of how it came to be seen.
window.seen = { shift: 0, largestMs: 0, blockedMs: 0 };
/** A task may take as long before somebody who taps notices it (web.dev/articles/tbt). */
const UNNOTICED_MS = 50;
watch('layout-shift', (entry) => {
  // What moves because somebody has just pressed something is what they asked for.
  if (!entry.hadRecentInput) window.seen.shift += entry.value;
});
watch('largest-contentful-paint', (entry) => (window.seen.largestMs = entry.startTime));
watch('longtask', (entry) => (window.seen.blockedMs += Math.max(0, entry.duration - UNNOTICED_MS)));

function watch(type, see) {
  new PerformanceObserver((list) => list.getEntries().forEach(see)).observe({ type, buffered: true });
}
