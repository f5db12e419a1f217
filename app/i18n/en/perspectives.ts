/** The chairs; the perspectives' own names stand in domain/topics/perspectives.json. */
export const perspectives = {
  clients: 'Clients',
  practitioners: 'Practitioners',
  others: 'Others',
} as const;
