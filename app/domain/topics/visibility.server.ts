import type { Prisma } from '#prisma/client.ts';
import { isStaff, type Viewer } from '../identity/viewer.ts';

/** Whether a topic or group exists for this viewer. */
export function seesTopic(viewer: Viewer, { staffOnly }: { staffOnly: boolean }): boolean {
  return !staffOnly || isStaff(viewer);
}

/** The topics and groups that exist for this viewer. */
export function visibleTopics(viewer: Viewer): Prisma.TopicWhereInput {
  return isStaff(viewer) ? {} : { staffOnly: false };
}
