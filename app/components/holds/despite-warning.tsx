import { useTranslation } from '#app/i18n/use-translation.tsx';
import { Checkbox } from '../forms/choices.tsx';
import { useKeptField } from '../forms/kept-form.tsx';

/** The word that a text stands all the same, once a word in it was pointed out; nothing before. */
export function DespiteWarning() {
  const { t } = useTranslation();
  const { fault, text } = useKeptField('despiteWarning');
  if (!fault && text !== 'on') return null;
  return <Checkbox name="despiteWarning" label={t('holds.despiteWarning')} hint={t('holds.despiteWarningHint')} />;
}
