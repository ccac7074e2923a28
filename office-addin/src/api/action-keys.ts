import { ApiFailure } from './failure.ts';

/**
 * The Idempotency-Key of each action of a person. It stays the same until the service has answered for good, so that
 * pressing twice or sending again after a lost connection is one action to the service.
 */
export class ActionKeys {
  readonly #open = new Map<string, string>();
  readonly #make: () => string;

  constructor(make: () => string = () => crypto.randomUUID()) {
    this.#make = make;
  }

  /** Runs a changing call under the key of its action. */
  async once<T>(action: string, call: (key: string) => Promise<T>): Promise<T> {
    const key = this.#open.get(action) ?? this.#make();
    this.#open.set(action, key);
    try {
      const answer = await call(key);
      this.#open.delete(action);
      return answer;
    } catch (error) {
      if (error instanceof ApiFailure && error.kind === 'refused') this.#open.delete(action);
      throw error;
    }
  }
}
