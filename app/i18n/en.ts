import { identifying } from './en/identifying.ts';
import { site } from './en/site.ts';
import { dates } from './en/dates.ts';
import { home } from './en/home.ts';
import { threadWork } from './en/thread-work.ts';
import { topics } from './en/topics.ts';
import { threads } from './en/threads.ts';
import { posts } from './en/posts.ts';
import { search } from './en/search.ts';
import { savedSearches } from './en/savedSearches.ts';
import { synonyms } from './en/synonyms.ts';
import { members } from './en/members.ts';
import { perspectives } from './en/perspectives.ts';
import { log } from './en/log.ts';
import { moderation } from './en/moderation.ts';
import { endorsements } from './en/endorsements.ts';
import { errors } from './en/errors.ts';
import { faults } from './en/faults.ts';
import { forms } from './en/forms.ts';
import { compose } from './en/compose.ts';
import { accounts } from './en/accounts.ts';
import { editing } from './en/editing.ts';
import { erasing } from './en/erasing.ts';
import { me } from './en/me.ts';
import { workbench } from './en/workbench.ts';
import { security } from './en/security.ts';
import { appeals } from './en/appeals.ts';
import { sanctions } from './en/sanctions.ts';
import { flags } from './en/flags.ts';
import { following } from './en/following.ts';
import { drafts } from './en/drafts.ts';
import { queue } from './en/queue.ts';
import { holds } from './en/holds.ts';
import { wordRules } from './en/wordRules.ts';
import { redaction } from './en/redaction.ts';
import { memberWork } from './en/memberWork.ts';
import { verification } from './en/verification.ts';
import { forumSettings } from './en/forumSettings.ts';
import { preferences } from './en/preferences.ts';
import { welcome } from './en/welcome.ts';
import { guides } from './en/guides.ts';
import { mail } from './en/mail.ts';
import { lists } from './en/lists.ts';
import { help } from './en/help.ts';
import { publicFace } from './en/publicFace.ts';

/** The words of the interface in English, area by area. */
export const en = {
  site,
  dates,
  home,
  topics,
  threads,
  threadWork,
  posts,
  search,
  savedSearches,
  synonyms,
  members,
  perspectives,
  moderation,
  log,
  endorsements,
  errors,
  faults,
  forms,
  compose,
  accounts,
  editing,
  erasing,
  me,
  workbench,
  security,
  appeals,
  sanctions,
  flags,
  following,
  drafts,
  queue,
  holds,
  wordRules,
  redaction,
  memberWork,
  verification,
  forumSettings,
  preferences,
  welcome,
  guides,
  mail,
  lists,
  help,
  publicFace,
  identifying,
} as const;
