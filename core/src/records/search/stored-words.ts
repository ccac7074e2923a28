/**
 * Words as the database keeps them: two bytes for each UTF-16 unit, not compressed. A piece from the middle of a long text is
 * read there by itself; of a `text` PostgreSQL reads all that stands before the piece.
 */
export const storedWords = (words: string): Buffer => Buffer.from(words, 'utf16le');

export const wordsFrom = (stored: Buffer): string => stored.toString('utf16le');

/** So many units, as bytes. */
export const bytesOf = (units: number): number => units * 2;

/** A piece may begin or end in the middle of a letter that has two units. */
export const withoutHalves = (piece: string): string => piece.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '');
