const DASHES = /[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/g;
const SPACES = /[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000\t]/g;
const QUOTES = /[\u2018\u2019\u02BC]/g;
const WIDE = /[\uFF01-\uFF5E]/g;
const UNSEEN = /[\u00AD\u200B-\u200F\u2060\u202A-\u202E\u2066-\u2069\uFEFF]/;
const WIDE_TO_PLAIN = 0xfee0;

/** A text with one form of each dash, space and digit and without unseen characters; `at[i]` is where its i-th unit stood before. */
export type PlainText = { text: string; at: readonly number[] };

export function plainText(text: string): PlainText {
  const at: number[] = [];
  let kept = '';
  for (let i = 0; i < text.length; i++) {
    const unit = text.charAt(i);
    if (UNSEEN.test(unit)) continue;
    kept += unit;
    at.push(i);
  }
  at.push(text.length);
  const plain = kept
    .replace(DASHES, '-')
    .replace(SPACES, ' ')
    .replace(QUOTES, "'")
    .replace(WIDE, (wide) => String.fromCharCode(wide.charCodeAt(0) - WIDE_TO_PLAIN));
  return { text: plain, at };
}
