/** How long the words may be in which a member says how staff can see proof. */
export const PROOF_LENGTH = 1_000;
