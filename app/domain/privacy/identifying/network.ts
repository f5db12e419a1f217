import type { Detector } from './finding.ts';
import { spansOf } from './match.ts';

const LABEL = String.raw`[\p{L}\d](?:[\p{L}\d-]{0,40}[\p{L}\d])?`;
const ENDS =
  'com|org|net|no|uk|io|edu|gov|info|co|eu|se|dk|de|fr|me|app|dev|us|ca|au|ie|nl|fi|is|es|it|pl|xyz|online|site|blog|health|care|biz|tv|ly|gl';
const AT = String.raw`(?: ?@ ?| ?[([{] ?(?:at|alfa|krøllalfa|a) ?[)\]}] ?| (?:at|krøllalfa|alfakrøll|snabel-a) )`;
const DOT = String.raw`(?:\.| ?[([{] ?(?:dot|punktum|punkt) ?[)\]}] ?| (?:dot|punktum|punkt) | \. ?)`;

const WRITTEN_MAIL = new RegExp(
  String.raw`(?<![\p{L}\d._%+-])[\p{L}\d_%+-]{1,40}(?:(?:\.| ?[([]dot[)\]] ?| (?:dot|punktum|punkt) )[\p{L}\d_%+-]{1,40}){0,4}${AT}(?:${LABEL}${DOT}){1,4}(?:${ENDS})(?![\p{L}\d])`,
  'giu',
);
const MAIL = new RegExp(String.raw`[\p{L}\d._%+'-]{1,64}@(?:[\p{L}\d-]{1,63}\.){1,5}\p{L}{2,24}`, 'gu');
const ADDRESS = /(?:https?|ftp|hxxps?):\/\/[^\s<>()\]"']{2,2000}/giu;
const WWW = /(?<![\p{L}\d.])www\.[^\s<>()\]"']{2,300}/giu;
const BARE = new RegExp(
  String.raw`(?<![\p{L}\d.@-])(?:${LABEL}\.){1,4}(?:${ENDS})(?:\/[^\s<>()\]"']{0,300})?(?![\p{L}\d@-])`,
  'giu',
);
const SPOKEN = new RegExp(
  String.raw`(?<![\p{L}\d])(?:www (?:dot|punktum|punkt) )?${LABEL}(?: (?:dot|punktum) | ?[([](?:dot|punktum)[)\]] ?)(?:${ENDS})(?:(?: slash |\/)[\p{L}\d-]{1,40}){0,3}(?![\p{L}\d])`,
  'giu',
);
const IPV4 =
  /(?<![\d.])(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?:25[0-5]|2[0-4]\d|1?\d?\d)){3}(?::\d{1,5})?(?![\d.]\d)(?!\d)/g;
const IPV6 = /(?<![\p{L}\d:])(?:[\da-f]{1,4}:{1,2}){2,7}[\da-f]{0,4}(?:%\w{1,10})?(?![\p{L}\d:])/giu;
const NETWORKS =
  'instagram|insta|ig|snapchat|snap|twitter|tiktok|facebook|fb|messenger|discord|telegram|reddit|youtube|linkedin|threads|mastodon|bluesky|twitch|skype|kik|signal|whatsapp|steam|gamertag|username|user name|brukernavn|handle|brukernavnet|screen name|nick';
const HANDLE_CUED = new RegExp(
  String.raw`(?<![\p{L}\d])(?:${NETWORKS})(?: ?(?:account|konto|profil|profile|name|handle|user|bruker|navnet|is|er|as|som|:|on|under|med|-|=|\() ?){0,4} ?((?=[\p{L}\d._-]{0,30}(?:[\d_]|\.\p{L}))[\p{L}\d][\p{L}\d._-]{1,29}[\p{L}\d_]|@[\p{L}\d._-]{1,29}[\p{L}\d_])`,
  'giu',
);
const HANDLE = /(?<![\p{L}\d.@/])@[\p{L}\d._-]{1,39}[\p{L}\d_]/gu;
const NEAR_NETWORK = new RegExp(
  String.raw`(?<![\p{L}\d])(?:${NETWORKS}|find (?:me|her|him|them)|follow|følg|finn (?:meg|henne|ham))(?!\p{L})`,
  'iu',
);

/** Mail addresses, written out or with "at" and "dot". */
export const findMails: Detector = function* (text) {
  yield* spansOf('email', text, MAIL);
  yield* spansOf('email', text, WRITTEN_MAIL, (found) => /@|[([{]|dot|punkt|\.\p{L}/iu.test(found));
};

/** Addresses of pages with and without their scheme. */
export const findAddresses: Detector = function* (text) {
  yield* spansOf('url', text, ADDRESS);
  yield* spansOf('url', text, WWW);
  yield* spansOf(
    'url',
    text,
    BARE,
    (found) => /\.[\p{Ll}\d/]/u.test(found) && !/^(?:e\.g|i\.e|[\p{L}]\.)/iu.test(found),
  );
  yield* spansOf('url', text, SPOKEN);
};

export const findIps: Detector = function* (text) {
  yield* spansOf('ip', text, IPV4);
  yield* spansOf(
    'ip',
    text,
    IPV6,
    (found) => /[\da-f]{2}/i.test(found) && (found.includes('::') || found.split(':').length === 8),
  );
};

/** Names on other networks. An @ alone addresses somebody in the thread, unless it looks or is introduced otherwise. */
export const findHandles: Detector = function* (text) {
  yield* spansOf('handle', text, HANDLE_CUED);
  for (const span of spansOf('handle', text, HANDLE)) {
    const around = text.slice(Math.max(0, span.start - 40), span.end + 30);
    if (/[\d._]./u.test(text.slice(span.start + 1, span.end)) || NEAR_NETWORK.test(around)) yield span;
  }
};
