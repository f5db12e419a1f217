import { useTranslation } from 'react-i18next';
import { Form } from '@remix-run/react';
import type { Attention } from '#app/domain/following/follow-thread.server.ts';
import { threadFollowPath } from '#app/platform/urls.ts';

/** Follows a thread, keeps it quiet, or neither. What a press will do stands on each button, so that nobody has to remember. */
export function FollowButton({ threadId, attention }: { threadId: string; attention: Attention }) {
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
    </Form>
  );
}
