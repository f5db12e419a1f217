import { Select } from '#app/components/forms/choices.tsx';
import { useKeptField } from '#app/components/forms/kept-form.tsx';
import type { NamedTopic } from '#app/domain/search/match-topics.ts';
import type { ListedGroup } from '#app/domain/topics/views.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import { TopicFinder } from './topic-finder.tsx';

/** `named`: the topics of `groups` once more, by all their names. */
type Props = { groups: readonly ListedGroup[]; named: readonly NamedTopic[] };

/** The topic of a thread: chosen from a list, which where scripts run can be found in by any name that a topic has. */
export function TopicField({ groups, named }: Props) {
  const { t } = useTranslation();
  const { id } = useKeptField('topic');
  return (
    <Select
      name="topic"
      label={t('compose.topic')}
      placeholder={t('compose.topicChoose')}
      tools={<TopicFinder selectId={id} named={named} />}
      groups={groups.map((group) => ({
        label: group.name,
        choices: group.topics.map(({ slug, name }) => ({ value: slug, label: name })),
      }))}
    />
  );
}
