import { Form } from '@remix-run/react';
import type { WordRule } from '#app/domain/moderation/word-rules/match-words.ts';
import { WORD_EFFECTS } from '#app/domain/moderation/word-rules/effects.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import { wordRulesPath } from '#app/platform/urls.ts';

type Props = { rules: readonly WordRule[]; canEdit: boolean };

/** All rules, by their words; each with its own small forms for who may change it. */
export function WordRuleList({ rules, canEdit }: Props) {
  const { t } = useTranslation();
  return (
    <ul className="word-rules">
      {rules.map((rule) => (
        <li key={rule.id}>
          <p>
            <code>{rule.pattern}</code> {!canEdit && <span>{t(`wordRules.effects.${rule.effect}`)}</span>}
          </p>
          {rule.note !== null && <p className="quiet">{rule.note}</p>}
          {canEdit && <ChangeRule rule={rule} />}
        </li>
      ))}
    </ul>
  );
}

function ChangeRule({ rule: { id, pattern, effect } }: { rule: WordRule }) {
  const { t } = useTranslation();
  return (
    <div className="word-rule-forms">
      <Form method="post" action={`${wordRulesPath}?form=change`}>
        <input type="hidden" name="id" value={id} />
        <select
          className="input select"
          name="effect"
          defaultValue={effect}
          aria-label={t('wordRules.changeOf', { pattern })}
        >
          {WORD_EFFECTS.map((value) => (
            <option key={value} value={value}>
              {t(`wordRules.effects.${value}`)}
            </option>
          ))}
        </select>
        <button className="button" type="submit">
          {t('wordRules.change')}
        </button>
      </Form>
      <Form method="post" action={`${wordRulesPath}?form=remove`}>
        <input type="hidden" name="id" value={id} />
        <button className="button button-quiet" type="submit" aria-label={t('wordRules.removeOf', { pattern })}>
          {t('wordRules.remove')}
        </button>
      </Form>
    </div>
  );
}
