import type { TFunction } from 'i18next';
import { boxValue } from '#app/domain/moderation/queue/boxes.ts';
import type { QueueLine } from '#app/domain/moderation/queue/list-queue.server.ts';
import { useLanguage } from '#app/i18n/use-language.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import { queueItemPath } from '#app/platform/urls.ts';
import { HoldReasons } from '../../holds/hold-reasons.tsx';
import { Moment } from '../../moment.tsx';
import { langUnless } from '../../prose.tsx';
import { ClaimLine } from './claim-line.tsx';
import { RiskTag } from './risk-tag.tsx';

function titleOf({ kind, title }: QueueLine, t: TFunction): string {
  if (kind === 'aboutMe') return t('queue.kinds.aboutMe');
  return kind === 'verification' ? t('verification.asksInQueue', { name: title }) : title;
}

/** One item in the list: what it is about, what was said, and who is looking at it. `box`: the name of its box, if it has one. */
export function QueueEntry({ item, box }: { item: QueueLine; box: string | null }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const lang = langUnless(language, item.language ?? language);
  return (
    <li className="queue-entry">
      <h2>
        {box !== null && (
          <input
            type="checkbox"
            name={box}
            value={boxValue(item)}
            aria-label={t('queue.tick', { title: titleOf(item, t) })}
          />
        )}
        <a href={queueItemPath(item.id)} lang={lang}>
          {titleOf(item, t)}
        </a>
      </h2>
      <p className="quiet">
        {item.kind !== 'flags' && <span className="tag">{t(`queue.one.${item.kind}`)}</span>}{' '}
        <RiskTag risk={item.risk} />{' '}
        {item.state !== null && item.state !== 'published' && (
          <span className="tag">{t(`queue.state.${item.state}`)}</span>
        )}{' '}
        {t('queue.since')} <Moment date={item.openedAt} kind="about" />
      </p>
      <p className="queue-excerpt">
        {item.excerpt === '' ? t('queue.noText') : <span lang={lang}>{item.excerpt}</span>}
      </p>
      <HoldReasons reasons={item.reasons} />
      {item.isChanged && <p className="quiet">{t('queue.asFlagged')}</p>}
      {item.flags.length > 0 && (
        <ul className="flag-list">
          {item.flags.map(({ id, reason, note }) => (
            <li key={id}>
              <b>{t(`flags.reasons.${reason}`)}</b>
              {note !== null && <p>{note}</p>}
            </li>
          ))}
        </ul>
      )}
      {item.claim && <ClaimLine claim={item.claim} />}
    </li>
  );
}
