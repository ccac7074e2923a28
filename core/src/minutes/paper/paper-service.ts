import { type Caller, Download } from '../../shared/index.ts';
import type { Meeting } from '../meetings/meeting.ts';
import { looking, meetingFor, type Open } from '../open.ts';
import type { MinutesParts } from '../parts.ts';
import { copyFor } from '../publication/reading.ts';
import type { PaperForm } from './contract.ts';
import { defaultTemplate } from './default-templates.ts';
import { minutedOf } from './load.ts';
import type { Minuted } from './minuted.ts';
import { type CopyNote, paperData } from './paper-data.ts';
import type { PaperMaker } from './paper-maker.ts';
import { templateFor } from './template-store.ts';
import { fileNameOf, WORD_TYPE } from './word-file.ts';

export type PaperParts = MinutesParts & { readonly paperMaker: PaperMaker };

/** What a paper is to be made of, all of it read in one transaction. */
export interface ToMake {
  readonly minuted: Minuted;
  readonly form: PaperForm;
  readonly copy: { readonly note: CopyNote; readonly hidden: readonly string[] } | null;
  /** The city's own template; null: the default. */
  readonly templateSha256: string | null;
}

export async function templateOf({ tx }: Open, { content }: Meeting, form: PaperForm): Promise<string | null> {
  return (await templateFor(tx, form, content.bodyId))?.sha256 ?? null;
}

/** The Word file. What it is made of has been read before: no transaction waits for it. */
export async function made({ blobs, paperMaker }: PaperParts, { minuted, form, copy, ...rest }: ToMake) {
  const own = rest.templateSha256 === null ? null : await blobs.get(rest.templateSha256);
  const data = paperData(minuted, form, copy?.note ?? null);
  const bytes = await paperMaker.make(own ?? defaultTemplate(form), data, copy?.hidden ?? []);
  return new Download(fileNameOf(form, minuted.meeting.title, copy ? '（公表用）' : ''), WORD_TYPE, bytes);
}

/**
 * The minutes of a meeting as a Word file of the city's form; for whoever sees it only because it was open, as published.
 * @throws not-found `minutes.meeting_not_found`; bad-input `minutes.template_*`, `minutes.paper_too_much`; conflict
 * `minutes.copy_problems`
 */
export async function paperOf(
  parts: PaperParts,
  caller: Caller,
  { meetingId, form }: { readonly meetingId: string; readonly form: PaperForm },
): Promise<Download> {
  const toMake = await looking(parts, caller, async (open) => {
    const meeting = await meetingFor(open, meetingId);
    const copy = await copyFor(parts, open, meeting);
    const minuted = copy?.minuted ?? (await minutedOf(parts, open, meeting));
    return { minuted, form, copy, templateSha256: await templateOf(open, meeting, form) };
  });
  return made(parts, toMake);
}
