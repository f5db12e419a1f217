import { render, type Rendered } from './render.ts';

/** What the worker thread does with a message: renders its texts, in their order. None: says that it is awake. */
export default function renderAll(sources: readonly string[]): Rendered[] {
  return sources.map(render);
}
