/** Of one file. A book of a thousand pages has less. */
export const MOST_CHARACTERS = 4_000_000;

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out; PostgreSQL keeps no NUL
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f]+/g;
const BLANKS = /[^\S\n]*\n\s*/g;

/** How much may still be collected, of all the parts of a file together. */
export interface Room {
  characters: number;
}

export const roomForText = (): Room => ({ characters: MOST_CHARACTERS });

/** Text that is put together from pieces, up to a limit. */
export class CollectedText {
  readonly #pieces: string[] = [];
  readonly #room: Room;
  #partial = false;

  constructor(room: Room = roomForText()) {
    this.#room = room;
  }

  /** Whether something was left out. */
  get partial(): boolean {
    return this.#partial;
  }

  add(text: string): void {
    const piece = text.slice(0, this.#room.characters);
    if (piece.length < text.length) this.#partial = true;
    if (piece === '') return;
    this.#pieces.push(piece);
    this.#room.characters -= piece.length;
    // Many small pieces take far more room than their text.
    if (this.#pieces.length > 4_096) this.#pieces.splice(0, this.#pieces.length, this.#pieces.join(''));
  }

  line(): void {
    this.add('\n');
  }

  toString(): string {
    const text = this.#pieces.join('').replaceAll(/\r\n?/g, '\n').replaceAll(CONTROLS, '');
    return text.toWellFormed().replaceAll(BLANKS, '\n').trim();
  }
}
