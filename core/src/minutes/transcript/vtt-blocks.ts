import type { Oddities } from './transcript.ts';
import { type Timing, timingOf } from './vtt-timing.ts';

export interface VttCue extends Timing {
  /** Of its timing, from 1. */
  readonly line: number;
  /** Its identifier; empty where it has none. */
  readonly id: string;
  /** As it stands in the file, with its tags. */
  payload: string;
}

export interface VttFile {
  readonly cues: readonly VttCue[];
  /** The text of the header and of NOTE blocks. */
  readonly notes: readonly string[];
  readonly signature: boolean;
  /** Lines where a cue begins, from 1, whose times cannot be read. */
  readonly unreadable: readonly number[];
}

const SIGNATURE = /^WEBVTT(?:[ \t]|$)/;
const BLOCK_WITHOUT_SPEECH = /^(?:STYLE|REGION)[ \t\f]*$/;
const NOTE = /^NOTE(?:[ \t]|$)/;
/** Somebody meant a time here, though it cannot be read. */
const MEANT_AS_TIMING = /^\s*-?\d[^>]{0,40}[:.][^>]{0,40}-->/;

const voiceIsOpen = (payload: string): boolean => payload.lastIndexOf('<v') > payload.lastIndexOf('</v>');

/**
 * The blocks of a WebVTT file, by the parser that the specification lays down (section 6.1), which never fails.
 * It goes its own way in one thing: speech is not thrown away because it holds `-->` or an empty line.
 */
export class VttBlocks {
  readonly #lines: readonly string[];
  readonly #odd: Oddities;
  readonly #cues: VttCue[] = [];
  readonly #notes: string[] = [];
  readonly #unreadable: number[] = [];
  #at = 0;
  /** What was last added to the last cue. */
  #piece = '';

  constructor(text: string, odd: Oddities) {
    const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
    this.#lines = (lines.includes('\0') ? lines.replaceAll('\0', '\ufffd') : lines).split('\n');
    this.#odd = odd;
  }

  read(): VttFile {
    const signature = SIGNATURE.test(this.#lines[0] ?? '');
    if (signature) this.#header();
    else this.#odd.add('no_signature', 1);
    while (this.#at < this.#lines.length) {
      if (this.#line() === '') this.#at += 1;
      else this.#block();
    }
    return { cues: this.#cues, notes: this.#notes, signature, unreadable: this.#unreadable };
  }

  #line(ahead = 0): string {
    return this.#lines[this.#at + ahead] ?? '';
  }

  /** To the empty line, or to the line of a cue that nothing separates from it. */
  #header(): void {
    this.#notes.push(this.#line());
    this.#at = 1;
    this.#notes.push(this.#linesWithoutArrow());
  }

  #linesWithoutArrow(): string {
    const from = this.#at;
    while (this.#line() !== '' && !this.#line().includes('-->')) this.#at += 1;
    return this.#lines.slice(from, this.#at).join('\n');
  }

  #block(): void {
    const id = !this.#line().includes('-->') && this.#line(1).includes('-->') ? this.#line() : '';
    if (id !== '') this.#at += 1;
    if (this.#line().includes('-->')) this.#cue(id);
    else this.#other();
  }

  #cue(id: string): void {
    const line = this.#at + 1;
    const timing = timingOf(this.#line());
    this.#at += 1;
    const payload = this.#payload();
    if (!timing) this.#unreadable.push(line);
    else {
      this.#cues.push({ startMs: timing.startMs, endMs: timing.endMs, line, id, payload });
      this.#piece = payload;
    }
  }

  #payload(): string {
    const from = this.#at;
    while (this.#line() !== '' && !this.#beginsCue()) this.#at += 1;
    return this.#at === from + 1 ? (this.#lines[from] ?? '') : this.#lines.slice(from, this.#at).join('\n');
  }

  /** An arrow ends the cue before it, by the specification; in speech it is an arrow. */
  #beginsCue(): boolean {
    const line = this.#line();
    if (!line.includes('-->')) return false;
    return timingOf(line) !== null || MEANT_AS_TIMING.test(line) || timingOf(this.#line(1)) !== null;
  }

  #other(): void {
    const line = this.#at + 1;
    const text = this.#linesWithoutArrow();
    if (NOTE.test(text)) this.#notes.push(text.slice('NOTE'.length).trim());
    else if (!BLOCK_WITHOUT_SPEECH.test(text.split('\n', 1)[0] ?? '')) this.#textAlone(text, line);
  }

  /** Text that an empty line cut off from its cue, as far as that can be told. */
  #textAlone(text: string, line: number): void {
    const last = this.#cues.at(-1);
    const goesOn = text.includes('</v>') && voiceIsOpen(this.#piece);
    if (!last || (last.payload !== '' && !goesOn)) {
      this.#odd.add('text_outside_cue', line);
      return;
    }
    last.payload += last.payload === '' ? text : `\n${text}`;
    this.#piece = text;
  }
}
