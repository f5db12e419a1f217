/** The name of the checkbox of a reply in the form at /threads/:id/split. */
export const splitBox = (number: number): `post-${number}` => `post-${number}`;
