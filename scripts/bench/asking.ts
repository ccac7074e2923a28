import { signIn } from '../e2e/people.ts';
import type { OnClose } from './approvals.ts';
import type { ProductUnderLoad } from './product-under-load.ts';
import { type Reader, reader } from './reader.ts';

export const REQUESTS_PER_SECOND = 10;

/** Somebody who reads lists, and as whom. */
export interface Asking {
  readonly reader: Reader;
  readonly tokens: readonly string[];
}

/** So many requests a second, whether or not the last was answered, by one person after the other. */
export async function latencies({ reader: { get }, tokens }: Asking, path: string, seconds: number): Promise<number[]> {
  const began = performance.now();
  const one = async (number: number): Promise<number> => {
    const due = began + (number * 1_000) / REQUESTS_PER_SECOND;
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
    const late = performance.now() - due;
    return late + (await get(path, tokens[number % tokens.length] ?? '')).milliseconds;
  };
  return Promise.all(
    Array.from({ length: Math.max(1, Math.floor(REQUESTS_PER_SECOND * seconds)) }, (_, at) => one(at)),
  );
}

export async function asking(under: ProductUnderLoad, people: readonly string[], onClose: OnClose): Promise<Asking> {
  const signedIn = people.map((name) => signIn(under.product, name.split('@')[0] ?? ''));
  const reading = reader(under.product.serviceUrl);
  onClose(async () => reading.close());
  return { reader: reading, tokens: (await Promise.all(signedIn)).map(({ token }) => token) };
}
