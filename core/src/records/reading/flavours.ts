import { CollectedText, type Room } from './collected.ts';
import type { FileKind } from './kinds.ts';
import type { Watch } from './package.ts';
import { WORD_MAIN_TYPE } from './package-xml.ts';
import { type SharedStrings, watchSharedStrings, watchSheet, watchSheetNames } from './sheet-text.ts';
import { watchRunningText, wordPlace } from './word-text.ts';

/** What is different between the three kinds of Office documents; everything else about the package is the same. */
export interface Flavour {
  readonly kind: FileKind;
  readonly mainType: string;
  /** The root element of the main part, and the namespaces it may be of (the second: ISO/IEC 29500 Strict). */
  readonly root: string;
  readonly namespaces: readonly string[];
  /** Parts that must be read before the others. */
  readonly first: RegExp | null;
  /** Parts that may not be there, with the reason. */
  readonly refused: readonly (readonly [part: RegExp, code: string])[];
  /** Said of what lies outside and would be loaded while opening. */
  readonly outside: string;
  /** Where the part's text belongs, counted from 0; null for parts without text. */
  readonly place: (name: string, isMain: boolean) => number | null;
  /** The part that has the pages or slides; null where the parts do not say. */
  readonly page: RegExp | null;
}

const OFFICE = 'application/vnd.openxmlformats-officedocument';

export const FLAVOURS: readonly Flavour[] = [
  {
    kind: 'WORD',
    mainType: WORD_MAIN_TYPE,
    root: 'document',
    namespaces: [
      'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
      'http://purl.oclc.org/ooxml/wordprocessingml/main',
    ],
    first: null,
    refused: [],
    outside: 'records.external_template',
    place: wordPlace,
    page: null,
  },
  {
    kind: 'EXCEL',
    mainType: `${OFFICE}.spreadsheetml.sheet.main+xml`,
    root: 'workbook',
    namespaces: [
      'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
      'http://purl.oclc.org/ooxml/spreadsheetml/main',
    ],
    first: /^xl\/sharedstrings\.xml$/,
    // A link to another book may also be a call of a program (DDE), which no relationship shows.
    refused: [
      [/^xl\/externallinks\//, 'records.external_links'],
      [/^xl\/macrosheets\//, 'records.macros'],
    ],
    outside: 'records.external_links',
    place: (name, isMain) => {
      if (isMain) return 0;
      const at = [
        /^xl\/sharedstrings\.xml$/,
        /^xl\/worksheets\/[^/]+\.xml$/,
        /^xl\/(?:comments|drawings\/|charts\/|threadedcomments\/)/,
      ];
      const found = at.findIndex((pattern) => pattern.test(name) && name.endsWith('.xml'));
      return found < 0 ? null : found + 1;
    },
    page: null,
  },
  {
    kind: 'POWERPOINT',
    mainType: `${OFFICE}.presentationml.presentation.main+xml`,
    root: 'presentation',
    namespaces: [
      'http://schemas.openxmlformats.org/presentationml/2006/main',
      'http://purl.oclc.org/ooxml/presentationml/main',
    ],
    first: null,
    refused: [],
    outside: 'records.external_links',
    place: (name) => {
      const at = [
        /^ppt\/slides\/[^/]+\.xml$/,
        /^ppt\/(?:charts|diagrams)\/(?:chart|data)\d*\.xml$/,
        /^ppt\/notesslides\/[^/]+\.xml$/,
      ];
      const found = at.findIndex((pattern) => pattern.test(name));
      return found < 0 ? null : found;
    },
    page: /^ppt\/slides\/[^/]+\.xml$/,
  },
];

/** What collects the words of one part. */
export function watchText(
  { kind }: Flavour,
  { name, place, room, strings }: { name: string; place: number; room: Room; strings: SharedStrings },
): { readonly watch: Watch; readonly collected: CollectedText } {
  const collected = new CollectedText(room);
  if (kind !== 'EXCEL' || place === 3) return { watch: watchRunningText(collected), collected };
  if (place === 0) return { watch: watchSheetNames(collected), collected };
  if (name === 'xl/sharedstrings.xml') return { watch: watchSharedStrings(strings, room), collected };
  return { watch: watchSheet(collected, strings), collected };
}
