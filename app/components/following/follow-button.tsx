import { useTranslation } from 'react-i18next';
import { Form } from '@remix-run/react';
import { threadFollowPath } from '#app/platform/urls.ts';

/** Follows a thread, or stops to. Which of both stands on the button, so that nobody has to remember. */
export function FollowButton({ threadId, following }: { threadId: string; following: boolean }) {
  const { t } = useTranslation();
  return (
    <Form className="follow" id="follow" action={threadFollowPath(threadId)} method="post" preventScrollReset>
      <input type="hidden" name="intent" value={following ? 'unfollow' : 'follow'} />
      <button className="button" type="submit" title={t('following.followNote')}>
        {t(following ? 'following.unfollow' : 'following.follow')}
      </button>
    </Form>
  );
}
