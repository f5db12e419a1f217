import { Form } from '@remix-run/react';
import type { Attention } from '#app/domain/following/follow-thread.server.ts';
import type { ByMail } from '#app/domain/following/mail/mail-follow.server.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import { mailSettingsPath, threadFollowPath } from '#app/platform/urls.ts';

type Props = { threadId: string; attention: Attention; mail: ByMail };

/** Follows a thread, keeps it quiet, or neither. What a press will do stands on each button, so that nobody has to remember. */
export function FollowButton({ threadId, attention, mail }: Props) {
  const { t } = useTranslation();
  return (
    <Form className="follow" id="follow" action={threadFollowPath(threadId)} method="post" preventScrollReset>
      {attention !== 'muted' && (
        <button
          className="button"
          type="submit"
          name="intent"
          value={attention === 'followed' ? 'unfollow' : 'follow'}
          title={t('following.followNote')}
        >
          {t(attention === 'followed' ? 'following.unfollow' : 'following.follow')}
        </button>
      )}
      <button
        className="button button-quiet"
        type="submit"
        name="intent"
        value={attention === 'muted' ? 'unmute' : 'mute'}
        title={t('following.muteNote')}
      >
        {t(attention === 'muted' ? 'following.unmute' : 'following.mute')}
      </button>
      <MailChoice mail={mail} />
    </Form>
  );
}

function MailChoice({ mail }: { mail: ByMail }) {
  const { t } = useTranslation();
  if (mail === 'unavailable') return null;
  if (mail === 'unset') {
    return (
      <a className="button button-quiet" href={mailSettingsPath}>
        {t('mail.setUp')}
      </a>
    );
  }
  return (
    <>
      <button className="button button-quiet" type="submit" name="intent" value={mail === 'yes' ? 'unmail' : 'mail'}>
        {t(mail === 'yes' ? 'mail.stop' : 'mail.followToo')}
      </button>
      {mail === 'no' && <p className="quiet follow-note">{t('mail.followTooNote')}</p>}
    </>
  );
}
