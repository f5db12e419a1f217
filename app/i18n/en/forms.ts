/** What every form has: its summary of faults, its counters, its buttons. */
export const forms = {
  summaryTitle: 'Something needs to be put right',
  faultPrefix: 'To mend:',
  optional: '(optional)',
  atMost: 'At most {{count, number}} characters.',
  left_one: '{{count, number}} character left.',
  left_other: '{{count, number}} characters left.',
  over_one: '{{count, number}} character too many.',
  over_other: '{{count, number}} characters too many.',
  pending: 'One moment …',
  close: 'Close',
  cancel: 'Go back without saving',
} as const;
