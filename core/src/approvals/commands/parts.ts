import { type Caller, type ChatMessage, say } from '../../shared/index.ts';
import type { CardContext } from '../cards/elements.ts';
import type { CaseSummary } from '../contract.ts';
import type { Approvals } from '../service.ts';
import { approvalsTexts } from '../text.ts';

export interface CommandsParts {
  readonly approvals: Approvals;
  readonly caseUrl: (caseId: string) => string;
  /** Where the tab shows one of its pages; empty where nobody knows. */
  readonly pageUrl: (page: string) => string;
  /** Where people are and when they are free next, in a line each. */
  readonly lineOf: (caller: Caller, staffIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  /** Sends the cards of these cases to the caller; each copy then follows its case, as all do. */
  readonly again: (caller: Caller, cases: readonly Pick<CaseSummary, 'id' | 'version'>[]) => Promise<void>;
}

export type Params = Record<string, string | number>;

export const words = (caller: Caller, code: string, params?: Params): string =>
  say(approvalsTexts, `approvals.command_${code}`, caller.locale, params) ?? code;

export const answer = (caller: Caller, code: string, params?: Params): ChatMessage => ({
  kind: 'text',
  text: words(caller, code, params),
});

export const contextOf = (
  caller: Caller,
  { caseUrl }: CommandsParts,
  title?: string,
): CardContext & { title?: string } => ({
  locale: caller.locale,
  caseUrl,
  ...(title === undefined ? {} : { title }),
});
