import { parseArgs } from 'node:util';
import { COMMON_OPTIONS, onEmbedded } from './both-databases.ts';

/** `npm run drill -- one-directory`: a second forum is started on the data directory of one that runs. It refuses in a line; the first does not notice. */
const { values } = parseArgs({ options: COMMON_OPTIONS });

await onEmbedded('one-directory', values, async (ground, report) => {
  await ground.start();
  const { exit, said } = await ground.startAnother();
  const isClear = said.split('\n').some((line) => line.includes(ground.dataDir) && line.includes(`pid ${ground.pid}`));
  report.line('exit code of the second', String(exit), { bar: '1', isGood: exit === 1 });
  report.line('it names', isClear ? 'both' : said, {
    bar: 'the directory and the process that has it',
    isGood: isClear,
  });
  const isOpen = ground.isAlive && (await fetch(`${ground.origin}/readyz`)).ok;
  report.line('the first', isOpen ? 'answers' : 'does not answer', { bar: 'answers', isGood: isOpen });
});
