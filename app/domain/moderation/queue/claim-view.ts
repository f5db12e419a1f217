/** Who is looking at an item, and until when others are told so. */
export type ClaimView = { by: string; isMine: boolean; until: Date };

type Claimed = { claimedById: string | null; claimedUntil: Date | null; claimedBy: { penName: string } | null };

/** The claim on an item that holds at `hour`; null without one. */
export function claimView(
  { claimedById, claimedUntil, claimedBy }: Claimed,
  accountId: string,
  hour: Date,
): ClaimView | null {
  if (!claimedBy || !claimedUntil || claimedUntil <= hour) return null;
  return { by: claimedBy.penName, isMine: claimedById === accountId, until: claimedUntil };
}
