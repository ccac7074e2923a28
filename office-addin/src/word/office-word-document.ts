import { headingsOf, markOf, markText, subjectOf, wordsHash, writtenLines } from './document-words.ts';
import { readFileBytes } from './file-bytes.ts';
import { addPlace, findPlaces, namesIn, showPlaceholders, textsIn, toWrite, writeAndLock } from './places.ts';
import {
  type DocumentLook,
  PLACE_NAMES,
  type PlaceName,
  RECORD_PROPERTY,
  type Stamp,
  type StampOutcome,
  TEMPLATE_PROPERTY,
  type TemplateMark,
  type WordDocument,
  WordProblem,
  type WordProblemCode,
} from './word-document.ts';

/** The document open in Word, by Office.js from WordApi 1.3 on. Each method is one `Word.run`. */
export class OfficeWordDocument implements WordDocument {
  look(): Promise<DocumentLook> {
    return inWord(async (context) => {
      const { properties, body } = context.document;
      properties.load('title');
      const [record, template] = [known(context, RECORD_PROPERTY), known(context, TEMPLATE_PROPERTY)];
      const places = findPlaces(context);
      body.paragraphs.load('items/text,items/outlineLevel');
      await context.sync();
      const written = writtenLines(body.paragraphs.items, textsIn(places));
      return {
        recordId: record.isNullObject ? null : String(record.value),
        template: template.isNullObject ? null : markOf(String(template.value)),
        titleProperty: (properties.title ?? '').trim(),
        subjectLine: subjectOf(written),
        headings: headingsOf(written),
        words: await wordsHash(written),
        places: namesIn(places),
        fileName: fileNameOf(Office.context.document.url),
        isEmpty: written.length === 0,
      };
    });
  }

  prepare(wanted: readonly PlaceName[]): Promise<void> {
    return inWord(async (context) => {
      const places = findPlaces(context);
      await context.sync();
      const missing = PLACE_NAMES.filter((name) => wanted.includes(name) && places[name].items.length === 0);
      // Each goes to the very top, so the one that is to stand first comes last.
      for (const name of missing.reverse()) addPlace(context, name);
      await context.sync();
    });
  }

  bytes(): Promise<Uint8Array<ArrayBuffer>> {
    return readFileBytes();
  }

  save(): Promise<void> {
    return inWord(async (context) => {
      saveWhereItStands(context);
      await context.sync();
    });
  }

  rememberRecord(recordId: string): Promise<void> {
    return inWord(async (context) => {
      context.document.properties.customProperties.add(RECORD_PROPERTY, recordId);
      saveWhereItStands(context);
      await context.sync();
    });
  }

  stamp(stamp: Stamp): Promise<StampOutcome> {
    return inWord(async (context) => {
      const places = findPlaces(context);
      const reviewing = reviewOf(context);
      await context.sync();
      const missing = PLACE_NAMES.filter((name) => places[name].items.length === 0);
      const writing = toWrite(places, stamp);
      if (writing.length === 0) return { changed: false, missing };
      await reviewing.without(async () => {
        for (const { place, text } of writing) writeAndLock(place, text);
        await context.sync();
      });
      saveWhereItStands(context);
      await context.sync();
      return { changed: true, missing };
    });
  }

  startAnew(): Promise<void> {
    return inWord(async (context) => {
      const places = findPlaces(context);
      const record = known(context, RECORD_PROPERTY);
      const reviewing = reviewOf(context);
      await context.sync();
      if (!record.isNullObject) record.delete();
      await reviewing.without(async () => {
        showPlaceholders(places);
        await context.sync();
      });
    });
  }

  insertTemplate(docx: Uint8Array, mark: TemplateMark): Promise<void> {
    return inWord(async (context) => {
      const { body, properties } = context.document;
      body.load('text');
      await context.sync();
      body.insertFileFromBase64(base64Of(docx), body.text.trim() === '' ? 'Replace' : 'End');
      properties.customProperties.add(TEMPLATE_PROPERTY, markText(mark));
      await context.sync();
    });
  }
}

function known(context: Word.RequestContext, name: string): Word.CustomProperty {
  const property = context.document.properties.customProperties.getItemOrNullObject(name);
  property.load('value');
  return property;
}

/** 変更履歴の記録: number and date are no change that somebody has to accept. Word says it from 1.4 on. To be synced. */
function reviewOf(context: Word.RequestContext): { without: (work: () => Promise<void>) => Promise<void> } {
  if (!Office.context.requirements.isSetSupported('WordApi', '1.4')) return { without: (work) => work() };
  const { document } = context;
  document.load('changeTrackingMode');
  return {
    async without(work) {
      const mode = document.changeTrackingMode;
      if (mode === 'Off') return work();
      document.changeTrackingMode = 'Off';
      await context.sync();
      try {
        await work();
      } finally {
        document.changeTrackingMode = mode;
        await context.sync();
      }
    },
  };
}

// Saving a document that has no place yet would open Word's dialog: that is left to the person.
function saveWhereItStands(context: Word.RequestContext): void {
  if (Office.context.document.url) context.document.save();
}

const CHUNK = 32_768;

function base64Of(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += CHUNK) text += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(text);
}

function fileNameOf(url: string | undefined): string | null {
  const last = (url ?? '').split(/[?#]/)[0]?.split(/[\\/]/).at(-1) ?? '';
  if (last === '') return null;
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}

async function inWord<T>(work: (context: Word.RequestContext) => Promise<T>): Promise<T> {
  try {
    return await Word.run(work);
  } catch (error) {
    throw error instanceof WordProblem ? error : new WordProblem(codeOf(error), { cause: error });
  }
}

function codeOf(error: unknown): WordProblemCode {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  if (code === 'AccessDenied' || code === 'NotAllowed') return 'documentLocked';
  if (code === 'HostIsBusy' || code === 'InvalidRequestContext' || code === 'ServiceNotAvailable') return 'wordBusy';
  return 'wordFailed';
}
