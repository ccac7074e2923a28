import { PLACE_NAMES, PLACES, type PlaceName, type Stamp } from './word-document.ts';

export type FoundPlaces = Readonly<Record<PlaceName, Word.ContentControlCollection>>;

/** Every control of ours, wherever it stands: Word counts headers, footers and text boxes too. To be synced. */
export function findPlaces(context: Word.RequestContext): FoundPlaces {
  const controls = context.document.contentControls;
  const find = (name: PlaceName) => {
    const found = controls.getByTag(PLACES[name].tag);
    found.load('items/text,items/cannotEdit');
    return found;
  };
  return { number: find('number'), date: find('date'), classification: find('classification') };
}

export const namesIn = (places: FoundPlaces): PlaceName[] =>
  PLACE_NAMES.filter((name) => places[name].items.length > 0);

export const textsIn = (places: FoundPlaces): string[] =>
  PLACE_NAMES.flatMap((name) => places[name].items.map(({ text }) => text));

/** At the very top of the body. */
export function addPlace(context: Word.RequestContext, name: PlaceName): void {
  const { tag, title, placeholder } = PLACES[name];
  const line = context.document.body.insertParagraph(placeholder, 'Start');
  // A new first paragraph takes the look of the old one, often a heading's.
  line.styleBuiltIn = 'Normal';
  line.alignment = 'Right';
  const control = line.insertContentControl();
  control.tag = tag;
  control.title = title;
}

/** The places whose text or lock has to be changed for this stamp. */
export function toWrite(places: FoundPlaces, stamp: Stamp): { place: Word.ContentControl; text: string }[] {
  return PLACE_NAMES.flatMap((name) =>
    places[name].items.filter((place) => !stands(place, stamp[name])).map((place) => ({ place, text: stamp[name] })),
  );
}

// In a document under review an older Word keeps the words it replaced as deleted ones, and may count them as text:
// what we locked and what holds the number is not written again.
function stands(place: Word.ContentControl, text: string): boolean {
  return place.cannotEdit && (place.text === text || place.text.includes(text));
}

export function writeAndLock(place: Word.ContentControl, text: string): void {
  unlock(place).insertText(text, 'Replace');
  place.cannotEdit = true;
  place.cannotDelete = true;
}

export function showPlaceholders(places: FoundPlaces): void {
  for (const name of PLACE_NAMES)
    for (const place of places[name].items) unlock(place).insertText(PLACES[name].placeholder, 'Replace');
}

function unlock(place: Word.ContentControl): Word.ContentControl {
  place.cannotEdit = false;
  place.cannotDelete = false;
  return place;
}
