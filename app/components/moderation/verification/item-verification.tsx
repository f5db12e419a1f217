import type { ItemVerification } from '#app/domain/moderation/queue/get-item.server.ts';
import { perspectiveOf } from '#app/domain/topics/perspectives.ts';
import { useLanguage } from '#app/i18n/use-language.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import { staffMemberPath } from '#app/platform/urls.ts';

/** Who asks to be verified, as what, and how proof can be seen. */
export function ItemVerificationView({ verification }: { verification: ItemVerification }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { penName, profession, language: practice, text, isOwn } = verification;
  return (
    <section aria-labelledby="verification-heading">
      <h2 id="verification-heading">{t('verification.itemTitle')}</h2>
      <dl className="facts">
        <dt>{t('memberWork.search')}</dt>
        <dd>
          <a href={staffMemberPath(penName)}>{penName}</a>
        </dd>
        <dt>{t('verification.as')}</dt>
        <dd>{perspectiveOf(profession)?.name[language] ?? profession}</dd>
        <dt>{t('verification.practisesIn')}</dt>
        <dd>{t(`memberWork.languages.${practice}`)}</dd>
        <dt>{t('verification.proofGiven')}</dt>
        <dd className="as-written">{text}</dd>
      </dl>
      {isOwn && <p>{t('verification.own')}</p>}
    </section>
  );
}
