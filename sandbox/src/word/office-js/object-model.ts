/** Which members of Word's objects the stand-in has, and what each gives. Everything else is absent, as in an older Word. */
export interface TypeModel {
  /** Values: read after `load` and `sync`. */
  readonly values: readonly string[];
  /** Values that may also be set. */
  readonly writable?: readonly string[];
  /** Objects reached without arguments: `document.body`. */
  readonly objects?: Readonly<Record<string, string>>;
  /** Methods that give an object. */
  readonly makers?: Readonly<Record<string, string>>;
  /** Methods that give nothing. */
  readonly actions?: readonly string[];
  /** For a collection: what its items are. */
  readonly items?: string;
}

const firstAndLast = (item: string) => ({
  getFirst: item,
  getFirstOrNullObject: item,
  getLast: item,
  getLastOrNullObject: item,
});

export const OBJECT_MODEL: Readonly<Record<string, TypeModel>> = {
  Document: {
    values: ['saved', 'changeTrackingMode'],
    writable: ['changeTrackingMode'],
    objects: { body: 'Body', contentControls: 'ContentControlCollection', properties: 'DocumentProperties' },
    makers: { getContentControls: 'ContentControlCollection' },
    actions: ['save'],
  },
  Body: {
    values: ['text', 'type'],
    objects: { paragraphs: 'ParagraphCollection', contentControls: 'ContentControlCollection' },
    makers: {
      insertParagraph: 'Paragraph',
      insertText: 'Range',
      insertContentControl: 'ContentControl',
      getRange: 'Range',
      getContentControls: 'ContentControlCollection',
    },
    actions: ['clear', 'insertFileFromBase64'],
  },
  ParagraphCollection: { values: [], items: 'Paragraph', makers: firstAndLast('Paragraph') },
  Paragraph: {
    values: ['text', 'alignment', 'outlineLevel'],
    writable: ['alignment', 'styleBuiltIn'],
    objects: { contentControls: 'ContentControlCollection', parentContentControlOrNullObject: 'ContentControl' },
    makers: {
      insertText: 'Range',
      insertParagraph: 'Paragraph',
      insertContentControl: 'ContentControl',
      getRange: 'Range',
      getContentControls: 'ContentControlCollection',
    },
    actions: ['clear', 'delete'],
  },
  Range: {
    values: ['text', 'isEmpty'],
    objects: { paragraphs: 'ParagraphCollection', contentControls: 'ContentControlCollection' },
    makers: {
      insertText: 'Range',
      insertContentControl: 'ContentControl',
      getContentControls: 'ContentControlCollection',
    },
  },
  ContentControlCollection: {
    values: [],
    items: 'ContentControl',
    makers: {
      ...firstAndLast('ContentControl'),
      getByTag: 'ContentControlCollection',
      getByTitle: 'ContentControlCollection',
      getByIdOrNullObject: 'ContentControl',
      getItem: 'ContentControl',
    },
  },
  ContentControl: {
    values: ['id', 'tag', 'title', 'text', 'cannotEdit', 'cannotDelete', 'appearance', 'placeholderText', 'type'],
    writable: ['tag', 'title', 'cannotEdit', 'cannotDelete', 'appearance', 'placeholderText'],
    objects: { paragraphs: 'ParagraphCollection', contentControls: 'ContentControlCollection' },
    makers: { insertText: 'Range', getRange: 'Range' },
    actions: ['clear', 'delete'],
  },
  DocumentProperties: {
    values: ['title', 'subject', 'author', 'comments', 'keywords', 'category', 'lastAuthor', 'revisionNumber'],
    writable: ['title', 'subject', 'author', 'comments', 'keywords', 'category'],
    objects: { customProperties: 'CustomPropertyCollection' },
  },
  CustomPropertyCollection: {
    values: [],
    items: 'CustomProperty',
    makers: {
      ...firstAndLast('CustomProperty'),
      add: 'CustomProperty',
      getItem: 'CustomProperty',
      getItemOrNullObject: 'CustomProperty',
    },
    actions: ['deleteAll'],
  },
  CustomProperty: { values: ['key', 'value', 'type'], writable: ['value'], actions: ['delete'] },
};
