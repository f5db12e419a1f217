import { readFileSync } from 'node:fs';

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: { start: string } };

/** What `npm start` gives Node: its flags and the file. Who measures or drills the forum starts it as who runs it does. */
export const START: readonly string[] = scripts.start.split(' ').slice(1);
