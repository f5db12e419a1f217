import type { LoaderFunctionArgs } from '@remix-run/node';
import { subjectLine } from '#app/components/moderation/log/log-words.ts';
import { GUEST } from '#app/domain/identity/viewer.ts';
import { listActions, type LoggedAction } from '#app/domain/moderation/log/list-actions.server.ts';
import { translator } from '#app/i18n/translator.ts';
import { moderationLogFeedPath, moderationLogPath, postInThreadPath, threadPath } from '#app/platform/urls.ts';
import { atomResponse } from './_feeds/atom.server.ts';

/** The log as everybody sees it, whoever asks. */
export async function loader({ context: { language, origin } }: LoaderFunctionArgs) {
  const t = translator(language);
  const { actions } = await listActions(GUEST, {});
  return atomResponse({
    title: t('log.title'),
    language,
    origin,
    path: moderationLogFeedPath,
    page: moderationLogPath,
    entries: actions.map((action) => ({
      title: t('log.feedTitle', { kind: t(`log.kinds.${action.kind}`), subject: subjectLine(t, action) }),
      id: `${moderationLogPath}#${action.id}`,
      path: pathOf(action),
      published: action.at,
      updated: action.at,
      summary: action.reason,
    })),
  });
}

/** Where it was done; the log itself where that may not be read. */
function pathOf({ thread, number }: LoggedAction): string {
  if (thread === null) return moderationLogPath;
  return number === null ? threadPath(thread) : postInThreadPath(thread, number);
}
