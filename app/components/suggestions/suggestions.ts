/** What `/search/suggest` answers, ready to be shown: the script of the page knows no words of its own. */
export type Suggestions = {
  /** What the list is called. */
  name: string;
  /** How many there are, for who cannot see them. */
  said: string;
  offers: {
    /** What it is, in a word; empty where all are the same. */
    kind: string;
    text: string;
    /** By which other name it was found. */
    note: string | null;
    /** Of the text, where it may differ from the page's. */
    lang: string | null;
    /** Where it leads; null for words to search for. */
    url: string | null;
  }[];
};
