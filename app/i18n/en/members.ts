export const members = {
  lead: 'What has been written under the pen name {{name}}. Anonymous posts are never shown here, nor counted.',
  none: 'Nothing has been written under this pen name yet.',
  older: 'Older posts',
  newest: 'Back to the first page',
  inThread: 'In',
} as const;
