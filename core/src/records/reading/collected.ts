/** Of one file. A book of a thousand pages has less. */
export const MOST_CHARACTERS = 4_000_000;
/** After so long no more words are collected; what must be looked over for safety still is. */
const MOST_MS = 6_000;

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out; PostgreSQL keeps no NUL
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f]+/g;
// Looked for from where a row of blanks begins only: else a long one would be gone through from each of its blanks.
const BLANKS = /(?<![^\S\n])[^\S\n]*\n\s*/g;

/** How much may still be collected, of all the parts of a file together, and until when. */
export class Room {
  #characters = MOST_CHARACTERS;
  readonly #until = performance.now() + MOST_MS;
  #spent = false;

  /** Whether something was left out. */
  get partial(): boolean {
    return this.#spent;
  }

  /** As much of the text as there is room for. */
  take(text: string): string {
    const piece = text.slice(0, this.#characters);
    if (piece.length < text.length) this.#spent = true;
    this.#characters -= piece.length;
    return piece;
  }

  /** To be asked before work that takes time: once true, nothing more is kept. */
  isSpent(): boolean {
    if (!this.#spent && performance.now() > this.#until) {
      this.#spent = true;
      this.#characters = 0;
    }
    return this.#spent;
  }
}

/** Text as it may be kept: no control signs, no half signs, no empty lines. */
export const tidyText = (text: string): string =>
  text.replaceAll(/\r\n?/g, '\n').replaceAll(CONTROLS, '').toWellFormed().replaceAll(BLANKS, '\n').trim();

/** Text that is put together from pieces, as far as there is room. */
export class CollectedText {
  readonly #pieces: string[] = [];
  readonly room: Room;

  constructor(room: Room = new Room()) {
    this.room = room;
  }

  add(text: string): void {
    const piece = this.room.take(text);
    if (piece === '') return;
    this.#pieces.push(piece);
    // Many small pieces take far more memory than their text.
    if (this.#pieces.length > 4_096) this.#pieces.splice(0, this.#pieces.length, this.#pieces.join(''));
  }

  line(): void {
    this.add('\n');
  }

  toString(): string {
    return tidyText(this.#pieces.join(''));
  }
}
