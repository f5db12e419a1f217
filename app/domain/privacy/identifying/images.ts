import type { Detector } from './finding.ts';
import { spansOf } from './match.ts';

const PICTURE =
  /!\[[^\]\n]{0,200}\]\([^)\n]{1,500}\)|(?<![\p{L}\d])[\p{L}\d_-]{1,60}\.(?:jpe?g|png|heic|gif|webp|bmp|tiff?|mp4|mov)(?![\p{L}\d])/giu;
const OF_SOMEBODY =
  /(?<!\p{L})(?:(?:attached|here is|here's|see|posted|uploaded|enclosed|vedlagt|vedlegger|her er|lagt ved|legger ved|la ut|lastet opp)(?: is| er)? (?:\p{L}{1,10} ){0,2}(?:photo|photograph|picture|selfie|screenshot|portrait|headshot|mugshot|x-ray|scan|foto|bilde|bildet|fotografi|portrett|skjermbilde|røntgenbilde)\p{L}{0,3}|(?:passport photo|full[- ]face photo(?:graph)?|passfoto|passbilde|ansiktsfoto|portrettbilde)\p{L}{0,3})(?!\p{L})/giu;
const BODY =
  /(?<!\p{L})(?:finger ?prints?|finger-prints?|thumb ?prints?|palm ?prints?|retina(?:l)? scans?|iris scans?|voice ?prints?|face ?prints?|face id|facial recognition|dna(?:[ -](?:profile|sample|test|profil|prøve|sequence))|genetic profile|biometric\p{L}{0,3}|fingeravtrykk\p{L}{0,3}|håndavtrykk|stemmeavtrykk\p{L}{0,3}|ansiktsgjenkjenning\p{L}{0,3}|irisskann\p{L}{0,4}|netthinneskann\p{L}{0,4}|biometri\p{L}{0,4}|tannavtrykk)(?!\p{L})/giu;

export const findPhotos: Detector = function* (text) {
  yield* spansOf('photo', text, PICTURE);
  yield* spansOf('photo', text, OF_SOMEBODY);
};

export const findBiometrics: Detector = (text) => spansOf('biometric', text, BODY);
