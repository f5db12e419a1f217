import { useTranslation } from '#app/i18n/use-translation.tsx';
import { SideSign } from '../side-sign.tsx';

type Props = { replies: number; clientReplies: number; practitionerReplies: number };

/** How many have answered, and from which chairs. */
export function AnsweredBy({ replies, clientReplies, practitionerReplies }: Props) {
  const { t } = useTranslation();
  if (replies === 0) return <span>{t('threads.noReplies')}</span>;
  return (
    <span className="answered">
      {t('threads.replies', { count: replies })}
      {clientReplies > 0 && (
        <span className="side-client answered">
          <SideSign side="client" />
          <span aria-hidden="true">{clientReplies}</span>
          <span className="visually-hidden">{t('threads.clientsAnswered', { count: clientReplies })}</span>
        </span>
      )}
      {practitionerReplies > 0 && (
        <span className="side-practitioner answered">
          <SideSign side="practitioner" />
          <span aria-hidden="true">{practitionerReplies}</span>
          <span className="visually-hidden">{t('threads.practitionersAnswered', { count: practitionerReplies })}</span>
        </span>
      )}
    </span>
  );
}
