/** What search engines may have of a thread. */
export const publicFace = {
  enginesTitle: 'Search engines',
  keepOut: 'Keep this thread out of search engines',
  keepOutHint: 'It is still read and found here. Search engines are asked to leave it out, and the large ones do.',
  isKeptOut: 'They are asked to leave your thread out.',
  isFound: 'They may find your thread.',
  keepOutNow: 'Keep it out',
  letIn: 'Let them find it',
} as const;
