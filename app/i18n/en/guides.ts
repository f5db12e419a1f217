/** Reference articles that staff keep under a topic. */
export const guides = {
  hint: 'A reference article that staff keep: it stands on top of its topic, under your pen name, and others reply below it.',
  contents: 'Contents',
  ofTopic: 'Guides to this topic',
  updated: 'Last changed',
  retired: 'This guide is out of use',
  replacedBy: 'Read instead:',
} as const;
