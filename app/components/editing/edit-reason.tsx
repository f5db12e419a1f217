import { Checkbox } from '#app/components/forms/choices.tsx';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import { ReasonField } from './reason-field.tsx';

/** Why the text is changed. A moderator has to say, and decides whether readers may see what went. */
export function EditReason({ asModerator }: { asModerator: boolean }) {
  const { t } = useTranslation();
  if (!asModerator) return <ReasonField hint={t('editing.reasonHint')} optional />;
  return (
    <>
      <ReasonField
        hint={t('moderation.reasonHint')}
        suggestions={[
          t('editing.reasonIdentifying'),
          t('editing.reasonPlace'),
          t('editing.reasonWarning'),
          t('editing.reasonRespect'),
          t('editing.reasonAdvertising'),
        ]}
      />
      <Checkbox name="publicDiff" label={t('editing.publicDiff')} hint={t('editing.publicDiffHint')} />
    </>
  );
}
