import { Agent, request } from 'node:http';
import type { RecordsSearch } from '@kaigi/core/contract';

export interface Searcher {
  readonly serviceUrl: string;
  readonly token: string;
}

const agent = new Agent({ keepAlive: true });

/** One search at the HTTP edge, over a connection that stays open. */
export function get(
  { serviceUrl, token }: Searcher,
  q: string,
  cursor: string | null = null,
): Promise<{ answer: RecordsSearch; milliseconds: number }> {
  const { hostname, port } = new URL(serviceUrl);
  const query = new URLSearchParams({ q, ...(cursor === null ? {} : { cursor }) });
  const began = performance.now();
  return new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${token}` };
    const sent = request({ agent, hostname, port, path: `/api/v1/records?${query}`, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const milliseconds = performance.now() - began;
        const body = Buffer.concat(chunks).toString();
        // A refusal is quick, and would make a fine figure.
        if (response.statusCode !== 200)
          reject(new RangeError(`「${q}」: ${response.statusCode} ${body.slice(0, 300)}`));
        else resolve({ answer: JSON.parse(body) as RecordsSearch, milliseconds });
      });
    });
    sent.on('error', reject);
    sent.end();
  });
}
