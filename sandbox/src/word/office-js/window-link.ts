import { type Answer, isAnswer, PROTOCOL, type Request } from '../protocol.ts';

type Question = Request extends infer R ? (R extends Request ? Omit<R, 'protocol' | 'id'> : never) : never;

/** Talks with the Word window around the pane's frame. Only the window that served this script is listened to. */
export class WindowLink {
  readonly #origin: string;
  readonly #waiting = new Map<number, { resolve: (value: unknown) => void; reject: (reason: unknown) => void }>();
  #asked = 0;

  constructor(origin: string) {
    this.#origin = origin;
    window.addEventListener('message', (event: MessageEvent<unknown>) => this.#receive(event));
  }

  ask<T>(question: Question): Promise<T> {
    this.#asked += 1;
    const id = this.#asked;
    return new Promise<T>((resolve, reject) => {
      this.#waiting.set(id, { resolve: resolve as (value: unknown) => void, reject });
      window.parent.postMessage({ protocol: PROTOCOL, id, ...question }, this.#origin);
    });
  }

  #receive(event: MessageEvent<unknown>): void {
    if (event.origin !== this.#origin || event.source !== window.parent || !isAnswer(event.data)) return;
    this.#settle(event.data);
  }

  #settle(answer: Answer): void {
    const waiting = this.#waiting.get(answer.id);
    if (!waiting) return;
    this.#waiting.delete(answer.id);
    if (answer.ok) waiting.resolve(answer.value);
    else waiting.reject(answer.failure);
  }
}
