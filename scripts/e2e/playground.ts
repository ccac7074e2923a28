import { spawn } from 'node:child_process';
import path from 'node:path';
import { freePort } from '@kaigi/core/free-port';
import type { Product } from './product.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** The Agents Playground for one person, on a port of its own, talking with the product. */
export interface Playground {
  readonly url: string;
  close(): void;
}

export async function openPlayground(product: Product, name: string): Promise<Playground> {
  const port = await freePort();
  const args = ['--as', name, '--port', String(port), '--service', product.serviceUrl];
  const chat = spawn(process.execPath, [path.join(ROOT, 'sandbox/src/playground/chat.ts'), ...args], {
    cwd: ROOT,
    stdio: 'ignore',
  });
  const url = `http://localhost:${port}/`;
  while (!(await fetch(url).catch(() => null))?.ok) {
    if (chat.exitCode !== null) throw new Error(`the Agents Playground for ${name} ended by itself`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return { url, close: () => chat.kill('SIGTERM') };
}
