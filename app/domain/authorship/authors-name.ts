import { verificationKey, type CommonVerifications } from './verification.server.ts';

/** Select constant: what of a post's author may be shown, and no more. */
export const authorSelect = {
  author: { select: { penName: true, verifiedProfession: true, showsVerified: true } },
  persona: { select: { alias: true, verifiedProfession: true, verifiedLanguage: true } },
} as const;

/**
 * Who stands above a post: an account's public name, or an alias that holds in its thread alone. `verified` is the profession
 * (slug of a perspective) that staff have seen proof of, where its bearer chose to show it.
 */
export type AuthorName = { kind: 'pen' | 'persona'; name: string; verified: string | null };

type AuthorRow = {
  author: { penName: string; verifiedProfession: string | null; showsVerified: boolean } | null;
  persona: { alias: string; verifiedProfession: string | null; verifiedLanguage: string | null } | null;
};

export function authorName({ author, persona }: AuthorRow, common: CommonVerifications): AuthorName {
  if (!persona) {
    const shown = author?.showsVerified === true ? author.verifiedProfession : null;
    return { kind: 'pen', name: author?.penName ?? '', verified: shown };
  }
  const { alias, verifiedProfession, verifiedLanguage } = persona;
  const mayShow = common.has(verificationKey(verifiedProfession, verifiedLanguage));
  return { kind: 'persona', name: alias, verified: mayShow ? verifiedProfession : null };
}
