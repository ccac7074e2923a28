import { UnreachableError } from './problem.ts';

/** An answer that breaks off in the middle may come whole the next time. */
async function whole<T>(answer: Promise<Response>, read: (response: Response) => Promise<T>): Promise<T> {
  const response = await answer;
  try {
    return await read(response);
  } catch (error) {
    throw new UnreachableError('the answer broke off', { cause: error });
  }
}

/** What was answered. */
export const json = <T>(answer: Promise<Response>): Promise<T> =>
  whole(answer, async (response) => (await response.json()) as T);

/** A file that was answered. */
export const bytes = (answer: Promise<Response>): Promise<Blob> => whole(answer, (response) => response.blob());

/** An upload: the service reads `metadata` before it takes the bytes. */
export function withFile(metadata: unknown, file: File): FormData {
  const form = new FormData();
  form.append('metadata', JSON.stringify(metadata));
  form.append('file', file, file.name);
  return form;
}
