import { SubmitButton } from '#app/components/forms/submit-button.tsx';
import { useTranslation } from '#app/i18n/use-translation.tsx';

type PublishButtonsProps = {
  /** The button's words for each answer to "write as". */
  anonymous: string;
  penName: string;
};

/**
 * Publish, keep for later, and see it as readers will. The button says who one will be: which of its two names is seen follows the
 * chosen radio button in forms.css, so it holds without scripts too. Publish stands first, for Enter presses it.
 */
export function PublishButtons({ anonymous, penName }: PublishButtonsProps) {
  const { t } = useTranslation();
  return (
    <div className="form-actions">
      <SubmitButton intent="publish">
        <span className="when-anonymous">{anonymous}</span>
        <span className="when-pen-name">{penName}</span>
      </SubmitButton>
      <SubmitButton intent="draft" quiet>
        {t('drafts.save')}
      </SubmitButton>
      <SubmitButton intent="preview" quiet>
        {t('compose.preview')}
      </SubmitButton>
    </div>
  );
}
