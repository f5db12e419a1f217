import { identifying } from './nb/identifying.ts';
import type { Catalogue } from './catalogue.ts';
import { site } from './nb/site.ts';
import { dates } from './nb/dates.ts';
import { home } from './nb/home.ts';
import { threadWork } from './nb/thread-work.ts';
import { topics } from './nb/topics.ts';
import { threads } from './nb/threads.ts';
import { posts } from './nb/posts.ts';
import { search } from './nb/search.ts';
import { savedSearches } from './nb/savedSearches.ts';
import { synonyms } from './nb/synonyms.ts';
import { members } from './nb/members.ts';
import { perspectives } from './nb/perspectives.ts';
import { log } from './nb/log.ts';
import { moderation } from './nb/moderation.ts';
import { endorsements } from './nb/endorsements.ts';
import { errors } from './nb/errors.ts';
import { faults } from './nb/faults.ts';
import { forms } from './nb/forms.ts';
import { compose } from './nb/compose.ts';
import { accounts } from './nb/accounts.ts';
import { editing } from './nb/editing.ts';
import { erasing } from './nb/erasing.ts';
import { me } from './nb/me.ts';
import { workbench } from './nb/workbench.ts';
import { security } from './nb/security.ts';
import { appeals } from './nb/appeals.ts';
import { sanctions } from './nb/sanctions.ts';
import { flags } from './nb/flags.ts';
import { following } from './nb/following.ts';
import { drafts } from './nb/drafts.ts';
import { queue } from './nb/queue.ts';
import { holds } from './nb/holds.ts';
import { wordRules } from './nb/wordRules.ts';
import { redaction } from './nb/redaction.ts';
import { memberWork } from './nb/memberWork.ts';
import { verification } from './nb/verification.ts';
import { forumSettings } from './nb/forumSettings.ts';
import { preferences } from './nb/preferences.ts';
import { welcome } from './nb/welcome.ts';
import { guides } from './nb/guides.ts';
import { mail } from './nb/mail.ts';
import { lists } from './nb/lists.ts';
import { help } from './nb/help.ts';
import { publicFace } from './nb/publicFace.ts';

/** The words of the interface in Norwegian bokmål; the compiler and catalogue.test.ts hold them to English's keys. */
export const nb: Catalogue = {
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
};
