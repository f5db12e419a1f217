import type { LoggedAction } from '#app/domain/moderation/log/list-actions.server.ts';
import { useLanguage } from '#app/i18n/use-language.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import { postHistoryPath, postInThreadPath, threadPath } from '#app/platform/urls.ts';
import { Moment } from '../../moment.tsx';
import { langUnless } from '../../prose.tsx';
import { isOfWriter } from './log-words.ts';

/** One decision: what, on what, why and when. */
export function LogEntry({ action }: { action: LoggedAction }) {
  const { t } = useTranslation();
  return (
    <>
      <h2 className="log-what">{t(`log.kinds.${action.kind}`)}</h2>
      <p>
        <Subject action={action} />
      </p>
      <p>
        <span className="quiet">{t('log.reason')}</span> {action.reason}
      </p>
      <ul className="meta">
        <li>
          <Moment date={action.at} kind="about" />
        </li>
        {action.isReverted && (
          <li>
            <b>{t('log.reverted')}</b>
          </li>
        )}
        {action.isReversal && <li>{t('log.reversal')}</li>}
        {action.staff && <StaffNotes staff={action.staff} />}
      </ul>
    </>
  );
}

function Subject({ action: { kind, about, thread, number } }: { action: LoggedAction }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const title = thread && (
    <a href={threadPath(thread)} lang={thread.title === '' ? undefined : langUnless(language, thread.language)}>
      {thread.title || t('log.untitled')}
    </a>
  );
  if (about === 'thread') return title ?? t('log.goneThread');
  const writer = isOfWriter(kind);
  const post =
    thread && number !== null ? (
      <a href={postInThreadPath(thread, number)}>{t(writer ? 'log.writer' : 'log.post', { number })}</a>
    ) : (
      t(writer ? 'log.goneWriter' : 'log.gonePost')
    );
  return title ? (
    <>
      {post} · {title}
    </>
  ) : (
    post
  );
}

function StaffNotes({ staff: { moderator, postId, version } }: { staff: NonNullable<LoggedAction['staff']> }) {
  const { t } = useTranslation();
  return (
    <>
      <li>{moderator === null ? t('log.byNobody') : t('log.by', { name: moderator })}</li>
      {version !== null && <li>{t('log.version', { version })}</li>}
      {postId !== null && (
        <li>
          <a href={postHistoryPath(postId)}>{t('log.revisions')}</a>
        </li>
      )}
    </>
  );
}
