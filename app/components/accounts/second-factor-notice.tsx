import { Notice } from '#app/components/notice.tsx';
import type { SecondFactorDuty } from '#app/domain/identity/second-factor-duty.ts';
import { formatDay } from '#app/i18n/dates.ts';
import { useLanguage } from '#app/i18n/use-language.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';

/** Tells staff that they owe a second factor: until when their role holds without, or that it rests. Nothing for others. */
export function SecondFactorNotice({ duty: { roleOnHold, due } }: { duty: SecondFactorDuty }) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (roleOnHold === null && due === null) return null;
  return (
    <Notice kind="warning">
      {roleOnHold !== null && <p>{t(`security.roleOnHold.${roleOnHold}`)}</p>}
      {due !== null && <p>{t('security.dueLead', { day: formatDay(due, language) })}</p>}
      <p>
        <a href="/me/settings/second-factor">{t('security.setUpNow')}</a>
      </p>
    </Notice>
  );
}
