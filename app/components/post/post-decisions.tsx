import type { DecisionOnMe } from '#app/domain/moderation/appeals/decisions-on-me.server.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import { SecondLook } from '../moderation/appeals/decision-item.tsx';
import { Notice } from '../notice.tsx';

/** The reason stands on the post already: in its edit line, or where readers would have its text. */
const SAYS_WHY: ReadonlySet<DecisionOnMe['kind']> = new Set(['edit', 'redact', 'hide', 'hold', 'sendBack']);

/** What moderators decided about a post and its writer, for the writer alone, and the way to ask again. */
export function PostDecisions({ decisions }: { decisions: readonly DecisionOnMe[] }) {
  const { t } = useTranslation();
  return decisions
    .filter(({ isTakenBack, appeal }) => !isTakenBack || appeal !== null)
    .map((decision) => (
      <Notice key={decision.id}>
        <p>
          <b>{t(`appeals.kinds.${decision.kind}`)}</b>
        </p>
        {!SAYS_WHY.has(decision.kind) && <p>{t('posts.reason', { reason: decision.reason })}</p>}
        <SecondLook decision={decision} />
      </Notice>
    ));
}
