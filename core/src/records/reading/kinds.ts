import type { RecordKind } from '../contract.ts';

/** What a file is, as its bytes say; never by its name. */
export const FILE_KINDS = {
  WORD: {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extension: 'docx',
  },
  EXCEL: { mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', extension: 'xlsx' },
  POWERPOINT: {
    mediaType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    extension: 'pptx',
  },
  PDF: { mediaType: 'application/pdf', extension: 'pdf' },
  MAIL: { mediaType: 'message/rfc822', extension: 'eml' },
  OUTLOOK_MAIL: { mediaType: 'application/vnd.ms-outlook', extension: 'msg' },
  CAPTURE: { mediaType: 'application/json', extension: 'json' },
  CSV: { mediaType: 'text/csv', extension: 'csv' },
  TEXT: { mediaType: 'text/plain', extension: 'txt' },
  JPEG: { mediaType: 'image/jpeg', extension: 'jpg' },
  PNG: { mediaType: 'image/png', extension: 'png' },
  TIFF: { mediaType: 'image/tiff', extension: 'tif' },
} as const satisfies Readonly<Record<string, { readonly mediaType: string; readonly extension: string }>>;

export type FileKind = keyof typeof FILE_KINDS;

const ONLY_WORD: readonly FileKind[] = ['WORD'];
const COMING_IN = (Object.keys(FILE_KINDS) as FileKind[]).filter((kind) => kind !== 'CAPTURE');

/** 起案文書 becomes the decided original with its number stamped in, so it is a Word document; whatever else comes in may be of any kind. */
export const kindsFor = (kind: RecordKind): readonly FileKind[] => (kind === 'DRAFT_DOCUMENT' ? ONLY_WORD : COMING_IN);

/** What could be read of a file. */
export interface Reading {
  readonly kind: FileKind;
  readonly mediaType: string;
  /** Without the dot. */
  readonly extension: string;
  /** Proposed as the 件名. */
  readonly title: string | null;
  /** All that a reader sees of words; empty where there are none that a program can read. */
  readonly text: string;
  /** Whether there is more text than is kept. */
  readonly partial: boolean;
  /** Pages or slides, where the file says. */
  readonly pages: number | null;
}

/** Of these all bytes together. */
export type FileSource = { readonly path: string; readonly size: number } | { readonly bytes: Uint8Array };

export type ReadInput = FileSource & {
  /** What is taken; anything else is refused. */
  readonly accept: readonly FileKind[];
};

/** A mail taken apart, as far as a reader sees it. */
export interface MailShown {
  readonly fields: readonly (readonly [name: string, value: string])[];
  readonly text: string;
  readonly files: readonly { readonly name: string; readonly size: number; readonly sha256: string }[];
}
