import type { TypedMatter } from '../regulations/question.ts';

let handed: TypedMatter | null = null;

/** What was asked of the regulations becomes the beginning of the next draft. */
export function handOver(typed: TypedMatter): void {
  handed = typed;
}

/** Taken once. */
export function takeOver(): TypedMatter | null {
  const typed = handed;
  handed = null;
  return typed;
}
