import type { ChatCommand, Locale } from '@kaigi/core/shared';
import { botTexts } from './text.ts';

export interface Called {
  readonly command: ChatCommand;
  readonly argument: string;
}

const HELP_WORDS = ['使い方', 'つかいかた', 'ヘルプ', 'help', '?'];
const LATIN = /[a-z0-9]/;

const fold = (text: string): string => text.normalize('NFKC').toLowerCase();

// A command is short; nobody makes the patterns below work through a whole novel.
const LONGEST = 300;
// NFKC has made full-width signs narrow already. ー stays: サーバー ends with it.
const PAIR = /^[「『"“(](.*)[」』"”)]$/u;
const BEFORE = /^[\s:;、,.。・>]+/u;
const AFTER = /[\s:;、,.。・!?~〜…]+$/u;
const POLITE = /(?:に(?:あり|い)ますか|ですか|です|でしょうか|して(?:ください|下さい)?|(?:を|、)?お願い(?:します)?)$/u;
// 「印刷機の購入は今どこ？」 「印刷機の購入を催促」: the word comes last, after one of these.
const JOINED = /(?:は|って|を|、|,|\s)+$/u;

/** 「受信箱」。 受信箱！ 受信箱をお願いします: what is meant, without what people put around it. */
function bare(text: string): string {
  const cut = text
    .slice(0, LONGEST)
    .trim()
    .replace(AFTER, '')
    .replace(BEFORE, '')
    .replace(POLITE, '')
    .replace(AFTER, '');
  return PAIR.exec(cut)?.[1]?.trim() ?? cut;
}

// Every message is compared with every word.
const foldedWords = new Map<string, string>();

function foldedWord(word: string): string {
  const known = foldedWords.get(word);
  if (known !== undefined) return known;
  const folded = fold(word);
  foldedWords.set(word, folded);
  return folded;
}

/** What somebody said, as it stands and as it is compared, letter for letter. */
interface Said {
  readonly text: string;
  readonly folded: string;
}

function saidIn(text: string): Said {
  const folded = fold(text);
  // Few letters become two when they are folded (İ); then what was said is the folded text.
  return { text: folded.length === text.length ? text : folded, folded };
}

/** What follows the word, or null when the text does not begin with it. A Latin word must end where a word ends. */
function argumentAfter(word: string, { text, folded: said }: Said): string | null {
  const folded = foldedWord(word);
  if (folded === '' || !said.startsWith(folded)) return null;
  const rest = text.slice(folded.length);
  const runsOn = LATIN.test(folded.slice(-1)) && LATIN.test(rest.slice(0, 1).toLowerCase());
  return runsOn ? null : bare(rest);
}

/** The word begins a longer one: 文書 in 文書館の設計. */
function isBeginning(word: string, { folded: said }: Said): boolean {
  const folded = foldedWord(word);
  return said.startsWith(folded) && /^[^\s:;、,.。・>「『"“(]/u.test(said.slice(folded.length));
}

/** 「文書管理を開いて」: that one wants to see it says no more than its name does. */
const SHOWING =
  /^(?:は|って|とは)?(?:の(?:画面|ページ))?(?:(?:を|が)?(?:開く|開いて|開きたい|見る|見たい|見せて)(?:ください|下さい)?|はどこ)?$/u;

function calledFirst({ command, word }: Word, said: Said): string | null {
  const rest = argumentAfter(word, said);
  if (command.alone) return rest !== null && SHOWING.test(rest) ? word : null;
  return command.givesWay && isBeginning(word, said) ? null : rest;
}

/** What stands before the word where a sentence ends with it. */
function argumentBefore(word: string, { text, folded: said }: Said): string | null {
  const folded = foldedWord(word);
  if (folded === '' || LATIN.test(folded) || !said.endsWith(folded)) return null;
  const rest = text.slice(0, text.length - folded.length);
  return JOINED.test(rest) ? bare(rest.replace(JOINED, '')) : null;
}

/** The command a text calls; the longest word wins. The text is NFKC-folded and trimmed already. */
export function findCommand(commands: readonly ChatCommand[], text: string): Called | null {
  const meant = saidIn(bare(text));
  return (
    longest(commands, meant, calledFirst) ??
    longest(commands, meant, ({ command, word }, said) => (command.alone ? null : argumentBefore(word, said))) ??
    longest(commands, meant, ({ command, word }, said) => (command.alone ? null : argumentAfter(word, said)))
  );
}

interface Word {
  readonly command: ChatCommand;
  readonly word: string;
}

const sorted = new WeakMap<readonly ChatCommand[], readonly Word[]>();

function longestFirst(commands: readonly ChatCommand[]): readonly Word[] {
  const known = sorted.get(commands);
  if (known) return known;
  const words = commands
    .flatMap((command) => command.words.map((word) => ({ command, word })))
    .sort((a, b) => foldedWord(b.word).length - foldedWord(a.word).length);
  sorted.set(commands, words);
  return words;
}

function longest(
  commands: readonly ChatCommand[],
  said: Said,
  argumentOf: (word: Word, said: Said) => string | null,
): Called | null {
  for (const word of longestFirst(commands)) {
    const argument = argumentOf(word, said);
    if (argument !== null) return { command: word.command, argument };
  }
  return null;
}

export function asksForHelp(text: string): boolean {
  return HELP_WORDS.some((word) => argumentAfter(word, saidIn(bare(text) || text)) !== null);
}

/** 使い方: one line for each command, and one for itself. */
export function helpText(commands: readonly ChatCommand[], locale: Locale): string {
  const lines = commands.map((command) => command.help[locale]);
  const title = botTexts['bot.help_title']?.[locale] ?? '';
  const own = botTexts['bot.help_of_help']?.[locale] ?? '';
  const ownIsThere = commands.some((command) => command.words.some((word) => HELP_WORDS.includes(fold(word))));
  return [title, ...lines, ...(ownIsThere ? [] : [own])].map((line, i) => (i === 0 ? line : `・${line}`)).join('\n');
}
