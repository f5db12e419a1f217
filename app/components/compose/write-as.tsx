import { useTranslation } from 'react-i18next';
import { RadioGroup } from '#app/components/forms/choices.tsx';

/** `alias`: the member's own in this thread; null while one is still to be drawn. */
export type WriterNames = { alias: string | null; penName: string };

/** Who one is going to be, and who can know it, said before anything is written. */
export function WriteAs({ alias, penName }: WriterNames) {
  const { t } = useTranslation();
  return (
    <RadioGroup
      name="as"
      legend={t('compose.as')}
      choices={[
        {
          value: 'anonymous',
          label: alias === null ? t('compose.asNewAlias') : t('compose.asAlias', { alias }),
          hint: <AnonymousNote alias={alias} />,
        },
        { value: 'pen-name', label: t('compose.asPenName', { penName }), hint: t('compose.penNameNote') },
      ]}
    />
  );
}

function AnonymousNote({ alias }: { alias: string | null }) {
  const { t } = useTranslation();
  return (
    <>
      {alias === null && `${t('compose.aliasDrawn')} `}
      {t('compose.whoCanKnow')} <a href="/privacy">{t('compose.howThatWorks')}</a>
    </>
  );
}
