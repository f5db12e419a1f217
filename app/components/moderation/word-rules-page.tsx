import type { WordRule } from '#app/domain/moderation/word-rules/match-words.ts';
import type { ListFault } from '#app/domain/moderation/word-rules/rule-list.ts';
import { WORD_EFFECTS } from '#app/domain/moderation/word-rules/effects.ts';
import { WORD_RULE_LIMITS } from '#app/domain/moderation/word-rules/limits.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import type { FormAnswer } from '#app/platform/forms/faults.ts';
import { wordRulesExportPath, wordRulesPath } from '#app/platform/urls.ts';
import { RadioGroup } from '../forms/choices.tsx';
import { FaultMessage } from '../forms/fault-message.tsx';
import { TextField } from '../forms/field.tsx';
import { KeptForm } from '../forms/kept-form.tsx';
import { SubmitButton } from '../forms/submit-button.tsx';
import { TextArea } from '../forms/text-area.tsx';
import { Notice } from '../notice.tsx';
import { WordRuleList } from './word-rule-list.tsx';

/** Which of the page's forms was sent. */
export type RuleForm = 'add' | 'change' | 'remove' | 'import' | 'try';

export type RuleAnswer = FormAnswer & {
  form?: RuleForm;
  /** What the rules find in the text that was tried. */
  found?: { rule: WordRule; words: string[] }[];
  lines?: ListFault[];
};

type Props = {
  title: string;
  rules: readonly WordRule[];
  canEdit: boolean;
  isDone: boolean;
  answer: RuleAnswer | undefined;
};

/** The words that hold, warn or are masked: for staff to see and try, and for administrators to change. */
export function WordRulesPage({ title, rules, canEdit, isDone, answer }: Props) {
  const { t } = useTranslation();
  const answerTo = (form: RuleForm) => (answer?.form === form ? answer : undefined);
  return (
    <div className="page page-narrow queue-item">
      <p className="quiet">
        <a href="/moderation">{t('queue.workbench')}</a>
      </p>
      <h1>{title}</h1>
      <p className="lead">{t('wordRules.lead')}</p>
      {isDone && answer === undefined && (
        <Notice kind="done">
          <p>{t('wordRules.done')}</p>
        </Notice>
      )}
      {answer?.faults['form'] && (
        <Notice kind="warning">
          <p>
            <FaultMessage fault={answer.faults['form']} />
          </p>
        </Notice>
      )}
      <p>{t('wordRules.syntax')}</p>
      {!canEdit && <p className="quiet">{t('wordRules.readOnly')}</p>}
      <TryRules answer={answerTo('try')} />
      {canEdit && <AddRule key={rules.length} answer={answerTo('add')} />}
      <section className="queue-act" aria-labelledby="rules-heading">
        <h2 id="rules-heading">{t('wordRules.rules')}</h2>
        {rules.length === 0 ? (
          <p className="quiet">{t('wordRules.none')}</p>
        ) : (
          <WordRuleList rules={rules} canEdit={canEdit} />
        )}
      </section>
      <section className="queue-act" aria-labelledby="lists-heading">
        <h2 id="lists-heading">{t('wordRules.exportTitle')}</h2>
        <p>
          <a className="button" href={wordRulesExportPath} download>
            {t('wordRules.export')}
          </a>
        </p>
        {canEdit && <ImportRules answer={answerTo('import')} />}
      </section>
    </div>
  );
}

function TryRules({ answer }: { answer: RuleAnswer | undefined }) {
  const { t } = useTranslation();
  return (
    <section className="queue-act" aria-labelledby="try-heading">
      <h2 id="try-heading">{t('wordRules.test')}</h2>
      {answer?.found && (
        <Notice kind="done">
          {answer.found.length === 0 && <p>{t('wordRules.testNothing')}</p>}
          {answer.found.map(({ rule: { id, pattern, effect }, words }) => (
            <p key={id}>
              {t('wordRules.testFound', { pattern, words: words.join(', ') })} · {t(`wordRules.effects.${effect}`)}
            </p>
          ))}
        </Notice>
      )}
      <KeptForm answer={answer} order={['text']} scope="try" action={`${wordRulesPath}?form=try`}>
        <TextArea name="text" label={t('wordRules.testText')} hint={t('wordRules.testHint')} rows={3} max={20_000} />
        <div className="form-actions">
          <SubmitButton outlined>{t('wordRules.tryIt')}</SubmitButton>
        </div>
      </KeptForm>
    </section>
  );
}

function AddRule({ answer }: { answer: RuleAnswer | undefined }) {
  const { t } = useTranslation();
  return (
    <section className="queue-act" aria-labelledby="add-heading">
      <h2 id="add-heading">{t('wordRules.add')}</h2>
      <KeptForm answer={answer} order={['pattern', 'effect', 'note']} scope="add" action={`${wordRulesPath}?form=add`}>
        <TextField name="pattern" label={t('wordRules.pattern')} />
        <RadioGroup
          name="effect"
          legend={t('wordRules.effect')}
          choices={WORD_EFFECTS.map((value) => ({ value, label: t(`wordRules.effects.${value}`) }))}
        />
        <TextField name="note" label={t('wordRules.note')} optional />
        <div className="form-actions">
          <SubmitButton>{t('wordRules.addIt')}</SubmitButton>
        </div>
      </KeptForm>
    </section>
  );
}

function ImportRules({ answer }: { answer: RuleAnswer | undefined }) {
  const { t } = useTranslation();
  return (
    <>
      {answer?.lines && (
        <Notice kind="warning">
          <p>{t('wordRules.nothingImported')}</p>
          <ul className="hold-reasons">
            {answer.lines.map(({ line, fault }) => (
              <li key={line}>
                {t('wordRules.lineFault', { line })} <FaultMessage fault={{ key: fault, values: {} }} />
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <KeptForm answer={answer} order={['list']} scope="import" action={`${wordRulesPath}?form=import`}>
        <TextArea
          name="list"
          label={t('wordRules.import')}
          hint={t('wordRules.importHint')}
          rows={6}
          max={WORD_RULE_LIMITS.file}
        />
        <div className="form-actions">
          <SubmitButton outlined>{t('wordRules.importIt')}</SubmitButton>
        </div>
      </KeptForm>
    </>
  );
}
