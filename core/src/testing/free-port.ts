import { createServer } from 'node:net';

// Below what Linux, macOS and Windows give out by themselves (32768, 49152): a service that starts for half a minute
// before it listens finds its port as free as it was. Each of jest's workers has a thousand of its own.
const FIRST = 20_000;
const EACH = 1_000;
const WORKERS = 12;

const worker = Number(process.env.JEST_WORKER_ID ?? 0) % WORKERS;
let last = Math.floor(Math.random() * EACH);

const isFree = (port: number) =>
  new Promise<boolean>((resolve) => {
    const server = createServer().on('error', () => resolve(false));
    server.listen(port, () => server.close(() => resolve(true)));
  });

/** A port on which nobody listens, and which nobody else is given while something starts on it. */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < EACH; tries += 1) {
    last = (last + 1) % EACH;
    const port = FIRST + worker * EACH + last;
    if (await isFree(port)) return port;
  }
  throw new Error('no port is free');
}
