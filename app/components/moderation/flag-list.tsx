import type { FlagView } from '#app/domain/moderation/list-flags.server.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import { Moment } from '../moment.tsx';

/** What members told the moderators about a post; nothing where nobody did. */
export function FlagList({ flags }: { flags: readonly FlagView[] }) {
  const { t } = useTranslation();
  if (flags.length === 0) return null;
  return (
    <section aria-labelledby="flags-heading">
      <h2 id="flags-heading">{t('flags.raised', { count: flags.length })}</h2>
      <ul className="flag-list">
        {flags.map((flag) => (
          <li key={flag.id}>
            <b>{t(`flags.reasons.${flag.reason}`)}</b>
            {flag.note !== null && <p>{flag.note}</p>}
            <p className="quiet">
              <Moment date={flag.at} kind="about" /> · {t('flags.onVersion', { version: flag.version })}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
