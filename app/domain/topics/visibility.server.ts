import type { Prisma } from '#prisma/client.ts';
import { isStaff, type Viewer } from '../identity/viewer.ts';

/** The topics and groups that exist for this viewer. */
export function visibleTopics(viewer: Viewer): Prisma.TopicWhereInput {
  return isStaff(viewer) ? {} : { staffOnly: false };
}
