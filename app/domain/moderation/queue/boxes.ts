import type { SeenItem } from './flag-item.server.ts';

/** Boxes on a page of the queue, each with a name of its own: `item0`, `item1` … */
export const BOXES = 25;
export const boxName = (index: number): string => `item${index}`;

/** What a ticked box sends: the item, and the version of it that was listed. */
export const boxValue = ({ id, version }: SeenItem): string => `${id}:${version}`;

/** The ticked items. */
export function tickedOf(form: Readonly<Record<string, unknown>>): SeenItem[] {
  return Array.from({ length: BOXES }, (_, index) => form[boxName(index)]).flatMap((value) => {
    const [id = '', version = ''] = typeof value === 'string' ? value.split(':') : [];
    return id === '' ? [] : [{ id, version: Number(version) }];
  });
}
