type Desk = <T>(method: string, at: string, body?: object) => Promise<T>;

/** What the sandbox lets a test set and see of the make-believe tenant. */
export const sandboxDesk =
  (sandboxUrl: () => string): Desk =>
  async <T>(method: string, at: string, body?: object): Promise<T> => {
    const response = await fetch(`${sandboxUrl()}/sandbox${at}`, {
      method,
      ...(body ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {}),
    });
    return (response.status === 204 ? null : await response.json()) as T;
  };

/** Asks until the answer fits, and gives that one; the test's own time limit ends it. */
export async function until<T>(ask: () => Promise<T>, fits: (value: T) => boolean): Promise<T> {
  for (;;) {
    const value = await ask();
    if (fits(value)) return value;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
