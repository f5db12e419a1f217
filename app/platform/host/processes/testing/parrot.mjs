/**
 * A web process in small, for tests of its supervisor: answers with its number, and is as PARROT says: `mute` never serves, `mayfly` ends as
 * soon as it does, `deaf` hears nothing and never gets on. What it does it writes into the file PARROT_DIARY.
 */
import cluster from 'node:cluster';
import { appendFileSync } from 'node:fs';
import { createServer } from 'node:http';

const id = cluster.worker?.id ?? 0;
const note = (/** @type {string} */ line) => appendFileSync(process.env['PARROT_DIARY'] ?? '', `${line} ${id}\n`);
const tell = (/** @type {object} */ message) => process.send?.(message);
let answered = 0;
let leaving = false;
/** @type {((text: string) => void)[]} */
const askers = [];

const server = createServer((request, response) => {
  answered++;
  if (leaving) response.setHeader('Connection', 'close');
  if (request.url !== '/metrics') return void response.end(String(id));
  askers.push((text) => response.end(text));
  tell({ kind: 'metrics-wanted', id: askers.length - 1 });
});

/** As prom-client gives them. */
const figures = () => [
  { name: 'answered', help: 'a', type: 'counter', aggregator: 'sum', values: [{ value: answered, labels: {} }] },
  { name: 'waiting', help: 'w', type: 'gauge', aggregator: 'max', values: [{ value: id, labels: {} }] },
];

if (process.env['PARROT'] === 'deaf') await new Promise(() => setInterval(() => note('waits'), 60_000));

process.on('message', (/** @type {any} */ message) => {
  if (message.kind === 'figures-wanted') tell({ kind: 'figures', id: message.id, figures: figures() });
  if (message.kind === 'metrics') askers[message.id]?.(message.text);
  if (message.kind !== 'leave') return;
  note(message.isReplaced ? 'replaced' : 'stopped');
  leaving = true;
  server.close(() => {
    tell({ kind: 'last-figures', figures: figures() });
    cluster.worker?.once('disconnect', () => process.exit(0)).disconnect();
  });
});

note('begins');
if (process.env['PARROT'] === 'mute') process.exit(1);
server.listen(0, '127.0.0.1', () => {
  note('serves');
  const address = server.address();
  tell({ kind: 'ready', origin: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}` });
  if (process.env['PARROT'] === 'mayfly') process.exit(1);
});
