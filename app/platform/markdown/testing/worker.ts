import { render, type Rendered } from '../render.ts';

/** The real worker, but for the texts `forever`, which it is never done with, and `broken`, at which it throws. */
export default function renderAll(sources: readonly string[]): Rendered[] {
  return sources.map((source) => {
    for (; source === 'forever';);
    if (source === 'broken') throw new Error('broken');
    return render(source);
  });
}
