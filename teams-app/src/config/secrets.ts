import { inspect } from 'node:util';
import type { Env } from './env.ts';
import { readSenders, type Sender } from './senders.ts';

const HIDDEN = '(secret)';

/** Kept apart from the configuration, and refuses to be printed, logged or turned into JSON. */
export class Secrets {
  readonly #clientSecret: string;
  readonly #databaseUrl: string | null;
  readonly #senders: readonly Sender[];
  readonly #speechKey: string | null;
  readonly #wordingKey: string | null;
  readonly #blobsKey: string | null;

  constructor(values: {
    readonly clientSecret: string;
    readonly databaseUrl: string | null;
    readonly senders?: readonly Sender[];
    readonly speechKey?: string | null;
    readonly wordingKey?: string | null;
    readonly blobsKey?: string | null;
  }) {
    this.#clientSecret = values.clientSecret;
    this.#databaseUrl = values.databaseUrl;
    this.#senders = values.senders ?? [];
    this.#speechKey = values.speechKey ?? null;
    this.#wordingKey = values.wordingKey ?? null;
    this.#blobsKey = values.blobsKey ?? null;
  }

  get clientSecret(): string {
    return this.#clientSecret;
  }

  /** Holds the database's password; null: the embedded PostgreSQL. */
  get databaseUrl(): string | null {
    return this.#databaseUrl;
  }

  /** Other systems that may send cases, with the keys with which they sign. */
  get senders(): readonly Sender[] {
    return this.#senders;
  }

  /** Opens the speech server; null where it asks for none. */
  get speechKey(): string | null {
    return this.#speechKey;
  }

  /** Opens the server of the language model; null where it asks for none. */
  get wordingKey(): string | null {
    return this.#wordingKey;
  }

  /** Opens Azure Blob Storage; null where files lie in a folder. */
  get blobsKey(): string | null {
    return this.#blobsKey;
  }

  toJSON(): string {
    return HIDDEN;
  }

  toString(): string {
    return HIDDEN;
  }

  [inspect.custom](): string {
    return HIDDEN;
  }
}

// The sandbox tenant knows the app by this; it opens nothing else.
const SANDBOX_SECRET = 'sandbox-secret';

export function toSecrets(env: Env): Secrets {
  return new Secrets({
    clientSecret: env.KAIGI_CLIENT_SECRET ?? SANDBOX_SECRET,
    databaseUrl: env.DATABASE_URL ?? null,
    senders: readSenders(env) ?? [],
    speechKey: env.KAIGI_SPEECH_KEY ?? null,
    wordingKey: env.KAIGI_WORDING_KEY ?? null,
    blobsKey: env.KAIGI_BLOBS_AZURE_KEY ?? null,
  });
}
