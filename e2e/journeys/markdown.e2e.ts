import { SLOW_TEXTS } from '#app/platform/markdown/testing/slow-texts.ts';
import { expect, hasJavaScript, PLAIN, test } from '#e2e/fixtures.ts';
import {
  join,
  joinAsModerator,
  newFormKey,
  postWith,
  rareWord,
  startThread,
  threadAbout,
  untilTakenOver,
} from '#e2e/steps.ts';

/** What CommonMark and GitHub's tables and lists know, each as people come upon it, with what stands at its edges. */
const CONSTRUCTS: readonly string[] = [
  ...['# One\n## Two\n### Three\n#### Four\n##### Five\n###### Six\n####### Seven', 'Above\n=====\n\nBelow\n-----', '#no blank', '\\# escaped', '# closed ##'],
  ...['* * *\n\n---\n\n___', '- one\n- two\n\n  further\n- three', '1. one\n2. two\n   1. inner\n10) ten', '- [ ] open\n- [x] done', '+ a\n* b\n- c', '0. nought', '-not a list'],
  ...['> quoted\nlazily\n>\n> > deeper\n\nnot quoted', '> - a\n>\n>   b\n\n> 1. c', '    code by blanks\n\n\tand by a tab', '```js\nconst a = `b`;\n```', '~~~\n``` inside\n~~~', '```\nnever closed', '`` a ` b ``', '` `` `', '`unclosed'],
  ...['*a* _b_ **c** __d__ ***e*** ~~f~~ ~g~', '*a **b *c* d** e*', 'a*b*c a_b_c a__b__c', '* a*', '**a** **b', '_(a)_ *(b)*', '**Gomphus (*G. clavatus*, *x*)**', '~~a *b~~ c*'],
  ...['[words](https://a.test/?b=c&d=e "title")', '[a](<https://a.test/b c>)', '[ref][one] [one] [one][]\n\n[one]: https://a.test \'t\'', '[none][at all]', '[a](https://a.test/(b)(c))', '[a [b] c](https://a.test)', '[a](javascript:alert(1))', '![picture](https://a.test/p.png)'],
  ...['<https://a.test> <a@b.test> https://a.test/b. www.a.test, a@b.test', 'https://a.test/(b) (https://a.test/c) "https://a.test/d"', 'ftp://a.test xmpp:a@b.test', 'http://[::1]/ http://a..test', 'a.test no link'],
  ...['| a | b |\n|:--|--:|\n| `|` | \\| |\n| c |', 'a | b\n- | -\nc | d', '| a |\n| b |', '|a|\n|-|\n|<b>c</b>|', '| *a* | [b](https://a.test) |\n|:-:|---|\n| ~~c~~ | d |'],
  ...['two blanks  \nbreak\\\nbreak\nno break', '&amp; &copy; &#35; &#x22; &nbsp; &nosuch; &#0; &#1114112;', '\\* \\a \\\\ \\` \\[ \\&amp;', '<b>bold?</b> <!-- hidden? --> <br> <div>\n\n*a*\n\n</div>', '<script>\nalert(1)\n</script>\n\nafter', '<?php a ?> <!DOCTYPE a> <![CDATA[ b ]]>'],
  ...['a[^1]\n\n[^1]: note', '$a$ $$b$$ :smile: @name #topic ==mark== H~2~O x^2^', 'Term\n: definition', '[name removed] and [navn fjernet]', '\u00a0\u2003a\u2028b\ufeff', 'a\n\n\n\n\nb', '\ta', '  a\n   b', 'Ω ø 田 שלום 👩‍👩‍👧‍👦 *ø*ø ＊a＊'],
]; // prettier-ignore

/** With which they end. */
const LAST = '＊a＊';

/** One in so many is sent through the forum; every one is rendered in markdown.test.ts. */
const EVERY = 9;

test('every construct looks in the preview as it will be published', async ({ page }) => {
  // A moderator's links are not held.
  await joinAsModerator(page);
  await startThread(page, threadAbout(rareWord()));
  await untilTakenOver(page);
  await page.getByLabel('Your reply').fill(CONSTRUCTS.join('\n\n%%%\n\n'));
  if (!hasJavaScript(page)) await page.getByRole('button', { name: 'Preview' }).click();
  const preview = page.getByRole('region', { name: 'As readers will see it' }).locator('.prose');
  await expect(preview).toContainText(LAST);
  const previewed = await preview.innerHTML();

  await page.getByRole('button', { name: /^Reply as/ }).click();
  // An address of somebody is among them.
  await page.getByRole('button', { name: 'Publish it as it stands' }).click();
  const published = postWith(page, LAST).locator('.prose');
  await expect(published).toBeVisible();
  expect((await published.innerHTML()).trim()).toBe(previewed.trim());
});

test('texts made to be slow are answered, in the preview as when they are published', PLAIN, async ({ page }) => {
  await join(page);
  const thread = (await startThread(page, threadAbout(rareWord()))).replace(/[?#].*$/, '');
  const { baseURL = '' } = test.info().project.use;
  const answered: number[] = [];
  for (const text of SLOW_TEXTS.filter((_, at) => at % EVERY === 0)) {
    const form = { body: text, perspective: 'client', as: 'anonymous', formKey: newFormKey() };
    const sent = { form: { ...form, intent: 'preview' }, headers: { Origin: baseURL }, maxRedirects: 0 };
    answered.push((await page.request.post(thread, sent)).status());
  }
  expect(answered.filter((status) => status !== 200 && status !== 422 && status !== 400)).toEqual([]);
  await page.goto(thread);
  await expect(page.getByRole('main')).toBeVisible();
});
