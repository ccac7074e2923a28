import { z } from 'zod';
import { typedLine } from '../../shared/typed-text.ts';
import { FileRecordInputSchema } from '../contract.ts';

export const CapturedPersonSchema = z.strictObject({
  name: typedLine(200),
  /** Null for guests and whom Teams does not name further. */
  entraObjectId: z.uuid().nullable(),
});
export type CapturedPerson = z.infer<typeof CapturedPersonSchema>;

export const CapturedMessageSchema = z.strictObject({
  /** As Teams calls it; names nothing here. */
  id: z.string().min(1).max(200),
  at: z.iso.datetime({ offset: true }),
  editedAt: z.iso.datetime({ offset: true }).nullable(),
  /** Set where it had been deleted before it was captured: then it has no words. */
  deletedAt: z.iso.datetime({ offset: true }).nullish(),
  /** Null where Teams does not say. */
  by: CapturedPersonSchema.nullable(),
  /** Plain text; lines by `\n`. */
  text: z.string().max(30_000),
  /** The message that it answers, by its id. */
  replyTo: z.string().max(200).nullable(),
  /** What it points to and is not captured with it. */
  links: z.array(z.strictObject({ name: typedLine(400), url: z.url().max(4_000) })).max(50),
});
export type CapturedMessage = z.infer<typeof CapturedMessageSchema>;

/** a message or a thread of Teams as one record. `POST /api/v1/records/captures`; files come by `records.capture` only. */
export const CaptureInputSchema = FileRecordInputSchema.extend({
  source: z.strictObject({
    from: z.enum(['TEAMS_CHAT', 'TEAMS_CHANNEL', 'TEAMS_MEETING']),
    /** The name of the chat, or of team and channel. */
    topic: typedLine(400).nullable(),
    link: z.url().max(4_000).nullable(),
  }),
  participants: z.array(CapturedPersonSchema).max(1_000),
  messages: z.array(CapturedMessageSchema).min(1).max(500),
});
export type CaptureInput = z.infer<typeof CaptureInputSchema>;

/** A file of a message: as its bytes came, or where it lies and why they did not come. */
export type CapturedFileInput = {
  readonly messageId: string;
  readonly name: string;
} & ({ readonly bytes: Uint8Array } | MissingBytes);

interface MissingBytes {
  readonly url: string;
  /** Why it was not fetched, as a code. */
  readonly notFetched: string;
}

/** In what is filed: with its bytes, or why they are not there. Nothing of a message is left out in silence. */
export type CapturedFile = {
  readonly messageId: string;
  readonly name: string;
} & (
  | ({ readonly size: number; readonly sha256: string } & (
      | { readonly mediaType: string; readonly base64: string }
      | { readonly notKept: string }
    ))
  | MissingBytes
);

/** A file as a message names it. */
export interface FileNamed {
  readonly messageId: string;
  readonly name: string;
  readonly url: string;
}

/** 関連: of which record these are the files that could not be read then. */
export interface Supplements {
  readonly recordId: string;
  /** Of what that record is. */
  readonly sha256: string;
  readonly files: readonly FileNamed[];
}

/** The file that is frozen: JSON, by itself, with everything in it. */
export interface CapturedThread extends Pick<CaptureInput, 'source' | 'participants' | 'messages'> {
  readonly format: 'kaigi-capture/1';
  readonly files: readonly CapturedFile[];
  readonly supplements?: Supplements;
}
