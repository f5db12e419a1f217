import type { LogKind } from '#app/domain/moderation/log/log-kinds.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import { moderationLogPath } from '#app/platform/urls.ts';
import type { LogView } from './log-path.ts';

/** Which decisions, and of which days. */
export function LogFilters({ view, kinds }: { view: LogView; kinds: readonly LogKind[] }) {
  const { t } = useTranslation();
  return (
    <form className="log-filters" action={moderationLogPath} method="get">
      <label>
        {t('log.kind')}
        <select className="input select" name="kind" defaultValue={view.kind ?? ''}>
          <option value="">{t('log.everyKind')}</option>
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {t(`log.kinds.${kind}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('log.from')}
        <input className="input" type="date" name="from" defaultValue={view.from} />
      </label>
      <label>
        {t('log.to')}
        <input className="input" type="date" name="to" defaultValue={view.to} />
      </label>
      <button className="button" type="submit">
        {t('log.show')}
      </button>
    </form>
  );
}
