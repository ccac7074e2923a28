import { readFileBytes } from './file-bytes.ts';
import {
  DATE_PLACEHOLDER,
  DATE_TAG,
  type DocumentLook,
  NUMBER_PLACEHOLDER,
  NUMBER_TAG,
  RECORD_PROPERTY,
  type Stamp,
  type StampOutcome,
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
      const known = properties.customProperties.getItemOrNullObject(RECORD_PROPERTY);
      known.load('value');
      body.paragraphs.load('items/text');
      await context.sync();
      const lines = body.paragraphs.items.map((paragraph) => paragraph.text.trim());
      const written = lines.filter((line) => line !== '' && line !== NUMBER_PLACEHOLDER && line !== DATE_PLACEHOLDER);
      return {
        recordId: known.isNullObject ? null : String(known.value),
        titleProperty: (properties.title ?? '').trim(),
        firstParagraph: written[0] ?? '',
        fileName: fileNameOf(Office.context.document.url),
        isEmpty: written.length === 0,
      };
    });
  }

  prepare(): Promise<void> {
    return inWord(async (context) => {
      const places = findPlaces(context);
      await context.sync();
      // Each goes to the very top, so the one that is to stand first comes last.
      if (places.date.items.length === 0) addPlace(context, { tag: DATE_TAG, title: '決裁日', text: DATE_PLACEHOLDER });
      if (places.number.items.length === 0)
        addPlace(context, { tag: NUMBER_TAG, title: '文書番号', text: NUMBER_PLACEHOLDER });
      await context.sync();
    });
  }

  bytes(): Promise<Uint8Array<ArrayBuffer>> {
    return readFileBytes();
  }

  rememberRecord(recordId: string): Promise<void> {
    return inWord(async (context) => {
      context.document.properties.customProperties.add(RECORD_PROPERTY, recordId);
      saveWhereItStands(context);
      await context.sync();
    });
  }

  stamp({ number, date }: Stamp): Promise<StampOutcome> {
    return inWord(async (context) => {
      const places = findPlaces(context);
      await context.sync();
      if (places.number.items.length === 0) return 'missing';
      const changed = [
        ...places.number.items.map((place) => write(place, number)),
        ...places.date.items.map((place) => write(place, date)),
      ];
      if (!changed.includes(true)) return 'alreadyThere';
      saveWhereItStands(context);
      await context.sync();
      return 'stamped';
    });
  }

  startAnew(): Promise<void> {
    return inWord(async (context) => {
      const places = findPlaces(context);
      const known = context.document.properties.customProperties.getItemOrNullObject(RECORD_PROPERTY);
      known.load('value');
      await context.sync();
      if (!known.isNullObject) known.delete();
      for (const place of places.number.items) unlock(place).insertText(NUMBER_PLACEHOLDER, 'Replace');
      for (const place of places.date.items) unlock(place).insertText(DATE_PLACEHOLDER, 'Replace');
      await context.sync();
    });
  }
}

interface Places {
  number: Word.ContentControlCollection;
  date: Word.ContentControlCollection;
}

function findPlaces(context: Word.RequestContext): Places {
  const controls = context.document.contentControls;
  const number = controls.getByTag(NUMBER_TAG);
  const date = controls.getByTag(DATE_TAG);
  number.load('items/text,items/cannotEdit');
  date.load('items/text,items/cannotEdit');
  return { number, date };
}

function addPlace(context: Word.RequestContext, place: { tag: string; title: string; text: string }): void {
  const line = context.document.body.insertParagraph(place.text, 'Start');
  // A new first paragraph takes the look of the old one, often a heading's.
  line.styleBuiltIn = 'Normal';
  line.alignment = 'Right';
  const control = line.insertContentControl();
  control.tag = place.tag;
  control.title = place.title;
}

/** @returns whether anything had to be changed. */
function write(place: Word.ContentControl, text: string): boolean {
  if (place.text === text && place.cannotEdit) return false;
  unlock(place).insertText(text, 'Replace');
  place.cannotEdit = true;
  place.cannotDelete = true;
  return true;
}

function unlock(place: Word.ContentControl): Word.ContentControl {
  place.cannotEdit = false;
  place.cannotDelete = false;
  return place;
}

// Saving a document that has no place yet would open Word's dialog: that is left to the person.
function saveWhereItStands(context: Word.RequestContext): void {
  if (Office.context.document.url) context.document.save();
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
