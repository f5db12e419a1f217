import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';

/** The least that a server can do: the same bytes to everybody. `node bare-server.mjs PORT FILE`. */
const [port, file] = process.argv.slice(2);
const body = readFileSync(file);
const headers = { 'Content-Type': 'text/html; charset=utf-8', 'Content-Length': body.length };
createServer((_request, response) => {
  response.writeHead(200, headers);
  response.end(body);
}).listen(Number(port), '127.0.0.1');
