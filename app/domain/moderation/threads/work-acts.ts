/** What is done on a thread's workbench, in its order; each is a form there (`?act=`). */
export const WORK_ACTS = [
  'lock',
  'move',
  'pin',
  'unpin',
  'warning',
  'closing',
  'retire',
  'reinstate',
  'merge',
] as const;
export type WorkAct = (typeof WORK_ACTS)[number];

export function isWorkAct(text: string | null): text is WorkAct {
  return WORK_ACTS.some((act) => act === text);
}
