import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take half a minute or more, mostly waiting for a program that they started. */
const LONG = [
  'bench/attack/attack.test.ts',
  'search/meilisearch/engine.meili.test.ts',
  'app/domain/search/nothing-hidden.meili.test.ts',
];

/** Begins with what takes longest: run last, it leaves one core with nothing to do for as long. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification): boolean => LONG.some((file) => moduleId.endsWith(file));
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}
