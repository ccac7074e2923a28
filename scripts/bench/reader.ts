import { Agent, request } from 'node:http';

/** A list as the HTTP edge gave it, and how long that took. */
export interface Read {
  readonly items: number;
  readonly milliseconds: number;
}

export interface Reader {
  get(path: string, token: string): Promise<Read>;
  close(): void;
}

function answered(status: number, body: string): number {
  const read = status === 200 ? (JSON.parse(body) as { items?: unknown[]; rows?: unknown[] }) : {};
  const items = read.items ?? read.rows;
  // A refusal is quick, and would make a fine figure.
  if (!items) throw new RangeError(`a list was not answered: ${status} ${body.slice(0, 300)}`);
  return items.length;
}

/** Reads lists over connections that stay open, as a browser does. */
export function reader(serviceUrl: string): Reader {
  const agent = new Agent({ keepAlive: true });
  const { hostname, port } = new URL(serviceUrl);
  const text = (path: string, token: string) =>
    new Promise<{ status: number; body: string; at: number }>((resolve, reject) => {
      const headers = { authorization: `Bearer ${token}` };
      const sent = request({ agent, hostname, port, path: `/api/v1${path}`, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const at = performance.now();
          resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString(), at });
        });
        response.on('error', reject);
      });
      sent.on('error', reject);
      sent.end();
    });
  return {
    async get(path, token) {
      const began = performance.now();
      const { status, body, at } = await text(path, token);
      return { items: answered(status, body), milliseconds: at - began };
    },
    close: () => agent.destroy(),
  };
}
