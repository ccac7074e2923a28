import { Server } from 'node:net';

// Loaded before the Agents Playground, which listens on every network of the machine and asks nobody who they are.
// Whatever it opens answers to this machine only.
const listen = Server.prototype.listen;

function listenHere(this: Server, ...args: unknown[]): Server {
  const [port, ...rest] = args;
  const isPort = typeof port === 'number' || (typeof port === 'string' && /^\d+$/.test(port));
  const here = isPort
    ? [{ port: Number(port), host: '127.0.0.1' }, ...rest.filter((one) => typeof one === 'function')]
    : args.map((one) => (isAddress(one) ? { ...one, host: '127.0.0.1' } : one));
  return Reflect.apply(listen, this, here);
}

function isAddress(value: unknown): value is { port: number } {
  return typeof value === 'object' && value !== null && 'port' in value;
}

Server.prototype.listen = listenHere;
