import { HostError } from '../host/host-object.ts';
import { type Answer, type HostContext, isRequest, PROTOCOL, type Request, type WordFailure } from '../protocol.ts';
import type { OpenDocument } from './open-document.ts';

export interface PaneDoorOptions {
  frame: HTMLIFrameElement;
  /** Where the pane comes from: nobody else is answered. */
  origin: string;
  document: OpenDocument;
  context: Omit<HostContext, 'url'>;
  person: string;
  onHello: () => void;
}

/** Answers the pane in the frame for as long as this document is open. */
export class PaneDoor {
  readonly #options: PaneDoorOptions;
  readonly #listener = (event: MessageEvent<unknown>) => this.#receive(event);

  constructor(options: PaneDoorOptions) {
    this.#options = options;
    window.addEventListener('message', this.#listener);
  }

  close(): void {
    window.removeEventListener('message', this.#listener);
  }

  #receive(event: MessageEvent<unknown>): void {
    const { frame, origin } = this.#options;
    if (event.source !== frame.contentWindow || event.origin !== origin || !isRequest(event.data)) return;
    const request = event.data;
    this.#answer(request).then(
      (value) => this.#send({ protocol: PROTOCOL, id: request.id, ok: true, value }),
      (error: unknown) => this.#send({ protocol: PROTOCOL, id: request.id, ok: false, failure: failureOf(error) }),
    );
  }

  #send(answer: Answer): void {
    this.#options.frame.contentWindow?.postMessage(answer, this.#options.origin);
  }

  async #answer(request: Request): Promise<Extract<Answer, { ok: true }>['value']> {
    const { document, context, person, onHello } = this.#options;
    switch (request.method) {
      case 'hello':
        onHello();
        return { ...context, url: document.url };
      case 'sync':
        return document.sync(request.run, request.operations);
      case 'release':
        document.release(request.run);
        return null;
      case 'bytes':
        return (await document.bytes()).slice().buffer;
      case 'token':
        return hostToken(person);
      default:
        request satisfies never;
        throw new HostError('NotImplemented', 'unknown request');
    }
  }
}

// The numbers are those of OfficeRuntime.auth: 13001 nobody is signed in, 13006 the client had an error.
async function hostToken(person: string): Promise<string> {
  const response = await fetch('/sandbox/host-token', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ as: person }),
  }).catch(() => undefined);
  if (!response) throw new HostError(13006, 'Client Error');
  if (!response.ok) throw new HostError(13001, 'The user is not signed in');
  const { token } = (await response.json()) as { token: string };
  return token;
}

function failureOf(error: unknown): WordFailure {
  if (error instanceof HostError) return { code: error.code, message: error.message };
  console.error(error);
  return { code: 'GeneralException', message: 'There was an internal error while processing the request.' };
}
