import { existsSync } from 'node:fs';
import path from 'node:path';
import { suiteTexts } from '@kaigi/core';
import { badInput, type ErrorParams, type Locale, say, type Texts } from '@kaigi/core/shared';
import { blobsTexts } from '../blobs/text.ts';
import type { Config, Municipality } from '../config/config.ts';
import type { Secrets } from '../config/secrets.ts';
import { graphTexts } from '../graph/text.ts';
import { jobsTexts } from '../jobs/text.ts';
import { homeOf, type OpenSuite, openSuite } from '../open-suite.ts';
import { signInTexts } from '../sign-in/text.ts';
import { cliTexts } from './text.ts';

export const EXIT = { ok: 0, found: 1, usage: 2, failed: 3 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** What a command is given, and how it speaks. */
export interface Context {
  readonly config: Config;
  readonly secrets: Secrets;
  readonly options: Readonly<Record<string, string | boolean | readonly string[] | undefined>>;
  /** What stands beside the options: the file, for a command that takes one. */
  readonly argument: string | null;
  readonly locale: Locale;
  readonly json: boolean;
  /** A line for people; silent when a machine asked. */
  say(code: string, params?: ErrorParams): void;
  line(text: string): void;
  sentence(code: string, params?: ErrorParams): string;
  /** The answer for machines, once. */
  answer(value: unknown): void;
}

export interface Command {
  readonly name: string;
  readonly options: Readonly<Record<string, { type: 'string' | 'boolean'; multiple?: boolean }>>;
  /** True when the command takes exactly one argument beside its options. */
  readonly argument?: true;
  readonly run: (context: Context) => Promise<ExitCode>;
}

const TEXTS: Texts = { ...suiteTexts, ...graphTexts, ...signInTexts, ...jobsTexts, ...blobsTexts, ...cliTexts };

export function sentenceIn(locale: Locale, code: string, params: ErrorParams = {}, texts: Texts = TEXTS): string {
  return say(texts, code, locale, params) ?? say(TEXTS, code, locale, params) ?? code;
}

/** The municipalities that the command is about. @throws bad-input `cli.unknown_municipality` */
export function chosen({ config, options }: Context): readonly Municipality[] {
  const id = options.municipality;
  if (typeof id !== 'string') return config.municipalities;
  const found = config.municipalities.filter((one) => one.id === id.toLowerCase() || one.name === id);
  if (found.length > 0) return found;
  const known = config.municipalities.map((one) => `${one.id} ${one.name}`).join('、');
  throw badInput('cli.unknown_municipality', { id, known });
}

/** Opens what is there; an empty folder is not taken for an empty city hall. @throws bad-input `cli.no_data` */
export async function openExisting(context: Context): Promise<OpenSuite> {
  const home = homeOf(context.config);
  const isThere = existsSync(path.join(home, 'ledger', 'signing-key'));
  if (!isThere) throw badInput('cli.no_data', { home });
  return openHere(context);
}

export function openHere({ config, secrets }: Context): Promise<OpenSuite> {
  return openSuite(config, secrets, { report: { failed: () => undefined } });
}

export async function using<T>(opening: Promise<OpenSuite>, work: (open: OpenSuite) => Promise<T>): Promise<T> {
  const open = await opening;
  try {
    return await work(open);
  } finally {
    await open.close();
  }
}
