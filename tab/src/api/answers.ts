import { UnreachableError } from './problem.ts';

/** What was answered; an answer that breaks off in the middle may come whole the next time. */
export async function json<T>(answer: Promise<Response>): Promise<T> {
  const response = await answer;
  try {
    return (await response.json()) as T;
  } catch (error) {
    throw new UnreachableError('the answer broke off', { cause: error });
  }
}

/** An upload: the service reads `metadata` before it takes the bytes. */
export function withFile(metadata: unknown, file: File): FormData {
  const form = new FormData();
  form.append('metadata', JSON.stringify(metadata));
  form.append('file', file, file.name);
  return form;
}
