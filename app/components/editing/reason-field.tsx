import { TextField } from '#app/components/forms/field.tsx';
import { useTranslation } from '#app/i18n/use-translation.tsx';

type ReasonFieldProps = {
  /** “Reason” unless it is to be called otherwise. */
  label?: string;
  hint: string;
  optional?: boolean;
  suggestions?: readonly string[];
};

/** Why something was done, in a line that readers see; with the usual reasons to choose from. */
export function ReasonField({ label, hint, optional = false, suggestions = [] }: ReasonFieldProps) {
  const { t } = useTranslation();
  return (
    <>
      <TextField
        name="reason"
        label={label ?? t('moderation.reason')}
        hint={hint}
        optional={optional}
        autoComplete="off"
        {...(suggestions.length > 0 && { list: 'reasons' })}
      />
      {suggestions.length > 0 && (
        <datalist id="reasons">
          {suggestions.map((reason) => (
            <option key={reason} value={reason} />
          ))}
        </datalist>
      )}
    </>
  );
}
