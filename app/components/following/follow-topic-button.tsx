import { useTranslation } from '#app/i18n/use-translation.tsx';
import { topicFollowPath } from '#app/platform/urls.ts';

type Props = {
  slug: string;
  name: string;
  isFollowed: boolean;
  /** The address to come back to. */
  to: string;
};

/** Follows a topic, or stops to: threads begun there then show in the inbox. */
export function FollowTopicButton({ slug, name, isFollowed, to }: Props) {
  const { t } = useTranslation();
  return (
    <form action={topicFollowPath(slug)} method="post">
      <input type="hidden" name="to" value={to} />
      <button
        className="button"
        type="submit"
        name="intent"
        value={isFollowed ? 'unfollow' : 'follow'}
        title={t('following.topicNote')}
      >
        {t(isFollowed ? 'following.unfollow' : 'following.followTopic')}
        {isFollowed && <span className="visually-hidden"> {name}</span>}
      </button>
    </form>
  );
}
