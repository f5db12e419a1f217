export const dates = {
  about: '{{day}}, about {{time}}',
  dayAndTime: '{{day}} at {{time}}',
} as const;
