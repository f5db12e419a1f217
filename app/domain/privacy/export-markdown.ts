import type { TFunction } from 'i18next';
import { formatAbout, formatDay } from '#app/i18n/dates.ts';
import type { Language } from '#app/i18n/languages.ts';
import type { Export, ExportedPost, ExportedThread } from './export-shape.ts';

/** Words and dates of one language, for a text that is read outside the forum. */
export type Wording = { t: TFunction; language: Language };

/** What a person reads first in the archive. */
export function readMe({ madeAt, account, posts, threads }: Export, { t, language }: Wording): string {
  const date = formatDay(new Date(madeAt), language);
  return lines([
    `# ${t('erasing.archive.title')}`,
    t('erasing.archive.madeOn', { date, penName: account.penName }),
    `**${t('erasing.archive.warning')}**`,
    t('erasing.archive.contents', { posts: posts.length, threads: threads.length }),
    t('erasing.archive.format'),
  ]);
}

/** One thread with what the member wrote in it, in the order in which it stands there. */
export function threadMarkdown(thread: ExportedThread, posts: readonly ExportedPost[], wording: Wording): string {
  const { t } = wording;
  const mine = posts.filter(({ threadId }) => threadId === thread.id).sort((a, b) => a.number - b.number);
  return lines([
    `# ${oneLine(thread.title) || t('erasing.archive.noTitle')}`,
    `<${thread.url}>`,
    t('erasing.archive.onlyMine'),
    ...mine.flatMap((post) => postMarkdown(post, wording)),
  ]);
}

/** "what-the-thread-is-called-abcdefgh.md": for people to find, and unlike any other. */
export function threadFileName({ url }: ExportedThread): string {
  const [id = '', slug = ''] = url.split('/').slice(-2);
  return `threads/${slug}-${id}.md`;
}

function postMarkdown(post: ExportedPost, { t, language }: Wording): string[] {
  const { number, as, writtenAt, answers, opening, body, state, versions, pendingEdit } = post;
  const who = t(as.kind === 'persona' ? 'erasing.archive.asPersona' : 'erasing.archive.asPenName', { name: as.name });
  const when = formatAbout(new Date(writtenAt), language, t);
  const earlier = versions.filter((version) => version.body !== null && version.version < versions.length);
  return [
    `## ${t('erasing.archive.post', { number })} · ${who}`,
    `*${when}*${answers ? ` · ${t('erasing.archive.answers', { number: answers.number })}` : ''}`,
    state === 'published' ? '' : `*${t(`erasing.archive.state.${state}`)}*`,
    ...(opening ? fieldsMarkdown(opening, t) : []),
    body,
    ...(pendingEdit
      ? [
          `### ${t('erasing.archive.pendingEdit')}`,
          ...(pendingEdit.opening ? fieldsMarkdown(pendingEdit.opening, t) : []),
          pendingEdit.body,
        ]
      : []),
    ...earlier.flatMap((version) => [
      `### ${t('erasing.archive.version', { number: version.version })}`,
      ...(version.opening ? fieldsMarkdown(version.opening, t) : []),
      version.body ?? '',
    ]),
  ];
}

const FIELDS = ['title', 'contentWarning', 'situation', 'whatIHaveTried', 'question'] as const;

function fieldsMarkdown(opening: NonNullable<ExportedPost['opening']>, t: TFunction): string[] {
  return FIELDS.filter((field) => opening[field]).map(
    (field) => `**${t(`editing.field.${field}`)}:** ${opening[field] ?? ''}`,
  );
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

const lines = (blocks: readonly string[]): string => `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
