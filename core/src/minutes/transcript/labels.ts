import type { FoundCue } from './transcript.ts';

const BRACKETS = String.raw`[[(【［（〈<＜]([^\])】］）〉>＞\n]{1,40})[\])】］）〉>＞]\s*[:：]?\s*`;
const COLON = String.raw`([^\s:：、。,.!?！？「」][^:：、。!?！？「」\n]{0,39}?)\s*(?:[:：](?!\d)|(?<!\d)[:：])\s*`;
const GAP = String.raw`([^\s:：、。,.!?！？「」]{1,20})(?:[\t\u3000]|[ ]{2,4})\s*`;
const LABEL = new RegExp(String.raw`^(?:>>\s*)?(?:${BRACKETS}|${COLON}|${GAP})(?=\S)`);
const MACHINE_FIRST = /^(\S{1,12}(?: [\dA-Za-z]{1,2})?)[ :：]\s*(?=\S)/;
const A_NUMBER = /^[\d０-９\s:：./-]*$/;

/** Names that recognisers give by themselves: 話者1, Speaker A, SPEAKER_00; 話者1（2） of a second recording. */
export const MACHINE_LABEL =
  /^(?:話者|発言者|発話者|参加者|スピーカー|ゲスト|speaker|spk|guest|participant)[\s_#-]*(?:[a-z\d０-９Ａ-Ｚ]{1,3}|[一二三四五六七八九十]{1,3})(?:（\d{1,2}）)?$/i;

export interface Labelled {
  readonly speaker: string;
  readonly text: string;
}

/** 「話者1: 本文」, `[SPEAKER_00] text`: the label before the text; null where the text has none. */
export function labelled(text: string): Labelled | null {
  const [start, machine = ''] = MACHINE_FIRST.exec(text) ?? [];
  if (start !== undefined && MACHINE_LABEL.test(machine)) return { speaker: machine, text: text.slice(start.length) };
  const [whole, inBrackets, beforeColon, beforeGap] = LABEL.exec(text) ?? [];
  const speaker = (inBrackets ?? beforeColon ?? beforeGap)?.trim();
  if (whole === undefined || !speaker || A_NUMBER.test(speaker)) return null;
  return { speaker, text: text.slice(whole.length) };
}

const SHARE = 0.6;

/** Labels, if that is what they are: one of a machine's is, or one that comes again. */
export function plainlyLabels(labels: readonly string[]): boolean {
  return labels.some((label) => MACHINE_LABEL.test(label)) || new Set(labels).size < labels.length;
}

/**
 * Files that name the speaker within the text (Zoom, many SRT exports). One 「注意：」 in somebody's speech is no
 * speaker: most of the cues must begin so, and no label be heard only once in them all.
 */
export function withLabels(cues: readonly FoundCue[]): readonly FoundCue[] {
  if (cues.length === 0 || cues.some(({ speaker }) => speaker !== null)) return cues;
  const found = cues.map(({ text }) => labelled(text));
  const labels = found.flatMap((one) => one?.speaker ?? []);
  if (labels.length < cues.length * SHARE || !plainlyLabels(labels)) return cues;
  return cues.map((cue, at) => ({ ...cue, ...found[at] }));
}
