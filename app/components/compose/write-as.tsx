import type { ReviewView } from '#app/domain/authorship/sanctions-on-me.server.ts';
import { Checkbox, RadioGroup } from '#app/components/forms/choices.tsx';
import { useKeptField } from '#app/components/forms/kept-form.tsx';
import { perspectiveOf } from '#app/domain/topics/perspectives.ts';
import { useLanguage } from '#app/i18n/use-language.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';

/** As whom a member can write in a place. */
export type Writer = {
  penName: string;
  /** The member's own in this thread; null while one is still to be drawn. */
  alias: string | null;
  /** The choice that the form begins with. */
  usual: 'anonymous' | 'pen-name';
  /** That what they write by that choice waits for a moderator; null where it does not. */
  review: ReviewView | null;
  /** They joined so recently that the time alone narrows down who they are. */
  isNewcomer: boolean;
  /** The profession (slug of a perspective) that their persona may show; null for none. */
  profession: string | null;
};

/** Who one is going to be, and who can know it, said before anything is written. */
export function WriteAs({ writer }: { writer: Writer }) {
  const { t } = useTranslation();
  const { alias, penName, isNewcomer, profession } = writer;
  return (
    <>
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
      <ConfirmSwitch alias={alias} penName={penName} />
      <div className="when-anonymous">
        <Giveaways isNewcomer={isNewcomer} />
        {profession !== null && <ShowVerified profession={profession} />}
      </div>
    </>
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

/** Asked when the other of one's names would come into the thread: what readers would then see. */
function ConfirmSwitch({ alias, penName }: Pick<Writer, 'alias' | 'penName'>) {
  const { t } = useTranslation();
  const { fault } = useKeptField('as');
  const { text } = useKeptField('confirmSwitch');
  if (fault?.key !== 'faults.identitySwitch' && text !== 'on') return null;
  const label = alias === null ? t('compose.switchToAlias', { penName }) : t('compose.switchToPen', { penName, alias });
  return <Checkbox name="confirmSwitch" label={label} />;
}

/** What no forum can hide for its writers. */
function Giveaways({ isNewcomer }: Pick<Writer, 'isNewcomer'>) {
  const { t } = useTranslation();
  return (
    <details className="giveaways" open={isNewcomer}>
      <summary>{t('compose.giveaways')}</summary>
      <ul>
        {isNewcomer && <li>{t('compose.newcomer')}</li>}
        <li>{t('compose.giveawayStyle')}</li>
        <li>{t('compose.giveawayDetails')}</li>
        <li>{t('compose.giveawayTime')}</li>
      </ul>
    </details>
  );
}

function ShowVerified({ profession }: { profession: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const name = perspectiveOf(profession)?.name[language] ?? profession;
  return (
    <Checkbox
      name="showVerified"
      label={t('compose.showVerified', { profession: name })}
      hint={t('compose.showVerifiedHint')}
    />
  );
}
