import type { Blobs, Clock, Database, JobSpec, Task } from '../../platform/index.ts';
import { type Caller, Download, KaigiError, type Locale, notFound, say } from '../../shared/index.ts';
import type { RecordView } from '../contract.ts';
import { stillKept } from '../disposal/tombstones.ts';
import type { RenditionView } from './contract.ts';
import { type Converted, convertToPdfA } from './libreoffice.ts';
import { type RenditionRow, renditionsOf, saveRendition } from './store.ts';
import { renditionTexts } from './text.ts';

export interface RenditionParts {
  readonly db: Database;
  readonly blobs: Pick<Blobs, 'get' | 'put'>;
  readonly clock: Clock;
  readonly enqueue: (jobs: readonly JobSpec[]) => Promise<void>;
  /** Refuses who may not see the record. */
  readonly read: (caller: Caller, recordId: string) => Promise<RecordView>;
  /** Refuses who may not see what stands in it, and notes the reading where it must be. */
  readonly content: (caller: Caller, recordId: string) => Promise<unknown>;
  readonly viewsOf: (
    tx: Parameters<typeof renditionsOf>[0],
    ids: readonly string[],
  ) => Promise<Map<string, RecordView>>;
  readonly convert?: (bytes: Uint8Array, extension: string) => Promise<Converted>;
}

export interface Renditions {
  /** @throws not-found `records.not_found` */
  view(caller: Caller, recordId: string): Promise<RenditionView>;
  /** Has one made; asked again, made anew unless it is there. @throws not-found `records.not_found` */
  ask(caller: Caller, recordId: string): Promise<RenditionView>;
  /** @throws not-found `records.not_found`, `records.rendition_none` */
  content(caller: Caller, recordId: string): Promise<Download>;
  readonly tasks: Readonly<Record<string, Task>>;
}

const TASK = 'records/rendition';
const PDF = 'application/pdf';
const EXTENSIONS = /\.(docx|xlsx|pptx|odt|ods|odp|rtf|txt|csv)$/i;

function present(view: RecordView, row: RenditionRow | null, locale: Locale): RenditionView {
  const { fileVersion, id } = view;
  const { state = 'NONE', pdfa = null, faults = [], size = null } = row ?? {};
  const told = say(renditionTexts, `records.rendition_state_${state.toLowerCase()}`, locale) ?? '';
  const reasons = faults.map((fault) => say(renditionTexts, `records.rendition_fault_${fault}`, locale) ?? fault);
  return { recordId: id, fileVersion, state, told, pdfa, faults: reasons, size };
}

export function createRenditions(parts: RenditionParts): Renditions {
  const { db, clock, enqueue } = parts;
  const rowOf = async (municipalityId: string, recordId: string): Promise<RenditionRow | null> => {
    const [row] = await db.inMunicipality(municipalityId, (tx) => renditionsOf(tx, [recordId]));
    return row ?? null;
  };
  return {
    async view(caller, recordId) {
      const view = await parts.read(caller, recordId);
      return present(view, await rowOf(caller.municipalityId, view.id), caller.locale);
    },
    async ask(caller, recordId) {
      const view = await parts.read(caller, recordId);
      const there = await rowOf(caller.municipalityId, view.id);
      if (there?.state === 'MADE') return present(view, there, caller.locale);
      const waiting = { ...empty(view, clock.now()), state: 'WAITING' as const };
      await db.inMunicipality(caller.municipalityId, (tx) => saveRendition(tx, waiting));
      const payload = { municipalityId: caller.municipalityId, recordId: view.id };
      await enqueue([{ task: TASK, payload, queue: TASK, key: `${TASK}/${view.id}`, behind: true }]);
      return present(view, waiting, caller.locale);
    },
    async content(caller, recordId) {
      await parts.content(caller, recordId);
      const row = await rowOf(caller.municipalityId, recordId);
      const bytes = row?.sha256 ? await parts.blobs.get(row.sha256) : null;
      if (!bytes) throw notFound('records.rendition_none');
      const { file } = await parts.read(caller, recordId);
      return new Download(`${file.fileName.replace(/\.[^.]+$/, '')}.pdf`, PDF, bytes);
    },
    tasks: { [TASK]: (payload) => make(parts, payload as { municipalityId: string; recordId: string }) },
  };
}

const empty = ({ id, fileVersion, file }: RecordView, at: Date): Omit<RenditionRow, 'state'> => ({
  ...{ recordId: id, fileVersion, sourceSha256: file.sha256 },
  ...{ sha256: null, size: null, pdfa: null, faults: [], at },
});

const isStillKept = (tx: Parameters<typeof stillKept>[0], recordId: string): Promise<boolean> =>
  stillKept(tx, recordId).then(
    () => true,
    (error: unknown) => {
      if (error instanceof KaigiError && error.kind === 'not-found') return false;
      throw error;
    },
  );

/** One after the other (a queue of its own), each in a process of its own. What is no PDF/A does not count. */
async function make(parts: RenditionParts, { municipalityId, recordId }: { municipalityId: string; recordId: string }) {
  const { db, blobs, clock, convert = convertToPdfA } = parts;
  const view = (await db.inMunicipality(municipalityId, (tx) => parts.viewsOf(tx, [recordId]))).get(recordId);
  const source = view ? await blobs.get(view.file.sha256) : null;
  if (!view || !source) return;
  const made = await renditionIn(view.file, source, convert);
  const inside = <T>(work: (tx: Parameters<typeof stillKept>[0]) => Promise<T>) =>
    db.inMunicipality(municipalityId, work);
  // Making it took its time: what was disposed of meanwhile does not come back as its picture.
  if (!(await inside((tx) => isStillKept(tx, recordId)))) return;
  // Bytes before rows, and with nothing locked: a store takes its time too. What then has no row is found by the sweep.
  const sha256 = made.state === 'MADE' ? await storedPdf(blobs, made.pdf, { file: view.file, source }) : null;
  await inside(async (tx) => {
    if (!(await isStillKept(tx, recordId))) return;
    const blank = empty(view, clock.now());
    const row: RenditionRow =
      made.state === 'MADE'
        ? { ...blank, state: 'MADE', sha256, size: made.pdf.length, pdfa: made.pdfa }
        : { ...blank, ...made };
    await saveRendition(tx, row);
  });
}

/** A file that is its own rendition is there; put again, it might come back after its disposal. */
const storedPdf = async (
  blobs: Pick<Blobs, 'put'>,
  pdf: Uint8Array,
  { file, source }: { readonly file: RecordView['file']; readonly source: Uint8Array },
): Promise<string> => (pdf === source ? file.sha256 : blobs.put(pdf));

type Made =
  | { readonly state: 'MADE'; readonly pdf: Uint8Array; readonly pdfa: string }
  | { readonly state: 'ABSENT' | 'REFUSED'; readonly faults: readonly string[] };

async function renditionIn(
  { fileName, mediaType }: RecordView['file'],
  source: Uint8Array,
  convert: NonNullable<RenditionParts['convert']>,
): Promise<Made> {
  const extension = EXTENSIONS.exec(fileName)?.[1]?.toLowerCase();
  // A PDF that is one already is its own rendition; another one is not made into one by drawing it anew.
  if (mediaType === PDF) return checked(source);
  if (!extension) return { state: 'REFUSED', faults: ['kind'] };
  const converted = await convert(source, extension);
  if ('pdf' in converted) return checked(converted.pdf);
  return converted.refused === 'absent'
    ? { state: 'ABSENT', faults: [] }
    : { state: 'REFUSED', faults: [converted.refused] };
}

async function checked(pdf: Uint8Array): Promise<Made> {
  // What reads and writes PDF is large, and loaded by whoever first needs it.
  const { preflight } = await import('./preflight.ts');
  const { faults, pdfa } = await preflight(pdf);
  return faults.length === 0 && pdfa !== null ? { state: 'MADE', pdf, pdfa } : { state: 'REFUSED', faults };
}
