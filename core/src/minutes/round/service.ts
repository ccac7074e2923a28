import type { Caller } from '../../shared/index.ts';
import type { Became } from '../act.ts';
import type { MinutesParts } from '../parts.ts';
import { type Acting, actOnRound, readRound } from './acting.ts';
import { agree, enter } from './answering.ts';
import { begin, close, reopen } from './beginning.ts';
import type {
  AgreeInput,
  BeginRoundInput,
  EnterAnswerInput,
  ReopenInput,
  RoundView,
  SettleInput,
  SuggestInput,
} from './contract.ts';
import { settle } from './settling.ts';
import { suggest, withdraw } from './suggesting.ts';

/** 確認. Each throws not-found `minutes.meeting_not_found`, and what its act says. */
export interface Rounds {
  read(caller: Caller, meetingId: string): Promise<RoundView>;
  begin(caller: Caller, meetingId: string, input: BeginRoundInput): Promise<RoundView>;
  agree(caller: Caller, meetingId: string, input?: AgreeInput): Promise<RoundView>;
  enter(caller: Caller, meetingId: string, input: EnterAnswerInput): Promise<RoundView>;
  suggest(caller: Caller, meetingId: string, input: SuggestInput): Promise<RoundView>;
  withdraw(caller: Caller, at: OfSuggestion): Promise<RoundView>;
  settle(caller: Caller, at: OfSuggestion, input: SettleInput): Promise<RoundView>;
  close(caller: Caller, meetingId: string, version: number): Promise<RoundView>;
  reopen(caller: Caller, meetingId: string, input: ReopenInput): Promise<RoundView>;
}

export interface OfSuggestion {
  readonly meetingId: string;
  readonly suggestionId: string;
}

export function createRounds(parts: MinutesParts): Rounds {
  interface Asked {
    readonly use: string;
    readonly meetingId: string;
    readonly given: object;
  }
  const act = (caller: Caller, { use, meetingId, given }: Asked, work: (acting: Acting) => Promise<Became>) => {
    return actOnRound(parts, caller, { meetingId, request: { use: `minutes.round-${use}`, ...given }, work });
  };
  return {
    read: (caller, meetingId) => readRound(parts, caller, meetingId),
    begin: (caller, meetingId, given) =>
      act(caller, { use: 'begin', meetingId, given }, (acting) => begin(acting, given)),
    agree: (caller, meetingId, given = {}) =>
      act(caller, { use: 'agree', meetingId, given }, (acting) => agree(acting, given)),
    enter: (caller, meetingId, given) =>
      act(caller, { use: 'enter', meetingId, given }, (acting) => enter(acting, given)),
    suggest: (caller, meetingId, given) =>
      act(caller, { use: 'suggest', meetingId, given }, (acting) => suggest(acting, given)),
    withdraw: (caller, at) =>
      act(caller, { use: 'withdraw', meetingId: at.meetingId, given: at }, (acting) =>
        withdraw(acting, at.suggestionId),
      ),
    settle: (caller, at, input) =>
      act(caller, { use: 'settle', meetingId: at.meetingId, given: { ...at, ...input } }, (acting) =>
        settle(acting, { suggestionId: at.suggestionId, input }),
      ),
    close: (caller, meetingId, version) =>
      act(caller, { use: 'close', meetingId, given: { version } }, (acting) => close(acting, version)),
    reopen: (caller, meetingId, given) =>
      act(caller, { use: 'reopen', meetingId, given }, (acting) => reopen(acting, given)),
  };
}
