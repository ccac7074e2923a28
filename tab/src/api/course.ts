import type {
  BeginRoundInput,
  DecideMeetingInput,
  EnterAnswerInput,
  HoldInput,
  KeptMeetings,
  MeetingKeeping,
  MinutesBacklog,
  PaperSignatureInput,
  RefuseToSignInput,
  ReopenInput,
  RoundView,
  SettleInput,
  SignInput,
  SigningView,
  SuggestInput,
} from '@kaigi/core/contract';
import { json } from './answers.ts';
import { queryOf } from './paths.ts';
import type { Transport } from './transport.ts';

/** Everything that brings minutes to their end, or back, by where it is posted to under the meeting. */
export type CourseOrder =
  | { readonly to: 'round'; readonly body: BeginRoundInput }
  | { readonly to: 'round/close' | 'signing'; readonly body: { readonly version: number } }
  | {
      readonly to: 'round/agree' | `round/suggestions/${string}/withdraw`;
      readonly body: Readonly<Record<string, never>>;
    }
  | { readonly to: 'round/answers'; readonly body: EnterAnswerInput }
  | { readonly to: 'round/suggestions'; readonly body: SuggestInput }
  | { readonly to: `round/suggestions/${string}/settle`; readonly body: SettleInput }
  | { readonly to: 'reopen'; readonly body: ReopenInput }
  | { readonly to: 'sign'; readonly body: SignInput }
  | { readonly to: 'signing/paper'; readonly body: PaperSignatureInput }
  | { readonly to: 'signing/refuse'; readonly body: RefuseToSignInput }
  | { readonly to: 'decide'; readonly body: DecideMeetingInput }
  | { readonly to: 'holds' | `holds/${string}/lift`; readonly body: HoldInput };

export interface KeptWish {
  /** Only what is due for disposal. */
  readonly onlyDue: boolean;
  readonly cursor: string | null;
}

/** 確定までの流れ: confirmation, signatures, decision, and how long what was recorded is kept. */
export interface CourseClient {
  round(meetingId: string, signal?: AbortSignal): Promise<RoundView>;
  signing(meetingId: string, signal?: AbortSignal): Promise<SigningView>;
  keeping(meetingId: string, signal?: AbortSignal): Promise<MeetingKeeping>;
  /** What it changed is asked for again. */
  order(meetingId: string, order: CourseOrder, idempotencyKey: string): Promise<void>;
  /** What was recorded and is kept, the nearest last day first. */
  kept(wish: KeptWish, signal?: AbortSignal): Promise<KeptMeetings>;
  /** 会議録の期限, of one section or of all of mine. */
  backlog(unit: string | null, signal?: AbortSignal): Promise<MinutesBacklog>;
}

export function courseClient(transport: Transport): CourseClient {
  const base = '/api/v1/meetings';
  const one = (id: string, rest: string) => `${base}/${encodeURIComponent(id)}/${rest}`;
  const get = <T>(path: string, signal?: AbortSignal) => json<T>(transport({ method: 'GET', path, signal }));
  return {
    round: (id, signal) => get(one(id, 'round'), signal),
    signing: (id, signal) => get(one(id, 'signing'), signal),
    keeping: (id, signal) => get(one(id, 'keeping'), signal),
    order: async (id, { to, body }, idempotencyKey) => {
      await transport({ method: 'POST', path: one(id, to), body, idempotencyKey });
    },
    kept: ({ onlyDue, cursor }, signal) =>
      get(`${base}/kept${queryOf({ due: onlyDue ? 'true' : null, cursor })}`, signal),
    backlog: (unit, signal) => get(`${base}/backlog${queryOf({ unit })}`, signal),
  };
}
