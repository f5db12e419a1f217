import { Agent, get } from 'node:http';

/** What became of the requests: answered, refused at the door (no server listened), or dropped after they had been taken. */
export type Outcome = { answered: number; refused: number; dropped: string[] };

/**
 * Asks for the address that `addressOf` gives of each turn, `atOnce` at a time on kept connections, one after the other without a pause, until
 * `stop`. A request counts as dropped when its connection was there and no whole answer with a status below 500 came.
 */
export function steadyLoad(addressOf: (turn: number) => string, atOnce = 8): { stop(): Promise<Outcome> } {
  const outcome: Outcome = { answered: 0, refused: 0, dropped: [] };
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  let isOver = false;
  const worker = async (number: number): Promise<void> => {
    for (let turn = number; !isOver; turn++) {
      const fault = await ask(addressOf(turn), agent);
      if (fault === undefined) outcome.answered++;
      else if (fault === 'ECONNREFUSED') outcome.refused++;
      else outcome.dropped.push(fault);
      if (fault === 'ECONNREFUSED') await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  const workers = Array.from({ length: atOnce }, (_, number) => worker(number));
  return {
    async stop() {
      isOver = true;
      await Promise.all(workers);
      agent.destroy();
      return outcome;
    },
  };
}

/**
 * What went wrong, in a word; undefined when nothing did. A connection that was idle may be closed just as it is used again: then nobody has
 * taken the request, and it is sent once more on another, as any client does (RFC 9112, 9.3.1).
 */
function ask(address: string, agent: Agent): Promise<string | undefined> {
  return new Promise((resolve) => {
    const request = get(address, { agent }, (response) => {
      response.resume();
      const { statusCode = 0 } = response;
      response.on('close', () => {
        if (!response.complete) resolve('cut off');
        else resolve(statusCode >= 500 ? `status ${statusCode}` : undefined);
      });
    });
    request.on('error', (error: NodeJS.ErrnoException) => {
      if (request.reusedSocket && error.code === 'ECONNRESET') resolve(ask(address, agent));
      else resolve(error.code ?? error.name);
    });
  });
}
