import { useTranslation } from '#app/i18n/use-translation.tsx';

type Props = {
  /** The one or the other. */
  penName?: string;
  topic?: string;
  isMuted: boolean;
  /** The address to come back to. */
  to: string;
};

/** One quiet button: mutes a member or a topic, or hears them again. */
export function MuteForm({ penName, topic, isMuted, to }: Props) {
  const { t } = useTranslation();
  return (
    <form action="/me/settings/muted" method="post">
      {penName !== undefined && <input type="hidden" name="penName" value={penName} />}
      {topic !== undefined && <input type="hidden" name="topic" value={topic} />}
      <input type="hidden" name="to" value={to} />
      <button className="button button-quiet" type="submit" name="muted" value={isMuted ? 'no' : 'yes'}>
        {t(isMuted ? 'preferences.unmute' : 'preferences.mute')}
        <span className="visually-hidden"> {penName}</span>
      </button>
    </form>
  );
}
