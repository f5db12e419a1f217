import { parseArgs, type ParseArgsConfig } from 'node:util';

type Options = NonNullable<ParseArgsConfig['options']>;

/**
 * The options of a benchmark: its own, and `--scale 0.05`, which every one knows: that part of every size, to see that all of it runs. Figures of a
 * small run are not to be compared.
 *
 * @returns beside the values `sized`, which makes a size that much smaller.
 */
export function readOptions<Own extends Options>(own: Own) {
  const { values } = parseArgs({ options: { ...own, ...SCALE } });
  const scale = Number((values as { scale?: string }).scale);
  if (!(scale > 0 && scale <= 1)) throw new Error('--scale is a number above 0, and 1 at most');
  return { values, sized: (size: number): number => Math.max(1, Math.round(size * scale)) };
}

const SCALE = { scale: { type: 'string', default: '1' } } as const;
