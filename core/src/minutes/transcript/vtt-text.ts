import { decodeHTML } from 'entities';

/** What one voice says within a cue. */
export interface Voice {
  readonly speaker: string | null;
  readonly text: string;
}

// What Teams writes, nearly always: one voice around the whole cue.
const ONE_VOICE = /^<v(?:\.[^\s<>&]*)?[ \t\n]([^<>&]*)>([^<&]*)(?:<\/v>\s*)?$/;
// A start tag of a voice whose name may itself hold tags: `<v <b>山田</b>>`.
const VOICE_TAG = /<v(?:\.[^\s<>]*)?(?:[ \t\n\f]((?:[^<>]|<[^<>]*>)*))?>/y;
const TAG = /<[^>]*(?:>|$)/y;
const VOICE_END = /^<\/v\s*>?$/;

const decoded = (text: string): string => (text.includes('&') ? decodeHTML(text) : text);

const NEEDS_WORK = /[<&]|\s{2}|[^\S ]/;

/** A name as it is shown: without tags, on one line. */
function nameOf(annotation = ''): string | null {
  if (!NEEDS_WORK.test(annotation)) return annotation.trim() || null;
  const name = decoded(annotation.replace(/<[^<>]*>/g, ''));
  return name.replace(/\s+/g, ' ').trim() || null;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** The pieces of a payload in order, each with the voice that is open there. */
function* pieces(payload: string): Generator<Voice> {
  let speakers: readonly (string | null)[] = [];
  for (let at = 0; at < payload.length; ) {
    const tagAt = payload.indexOf('<', at);
    const end = tagAt < 0 ? payload.length : tagAt;
    if (end > at) yield { speaker: speakers.at(-1) ?? null, text: decoded(payload.slice(at, end)) };
    if (tagAt < 0) return;
    const voice = matchAt(VOICE_TAG, payload, tagAt);
    const tag = voice ?? matchAt(TAG, payload, tagAt);
    if (voice) speakers = [...speakers.slice(-1), nameOf(voice[1])];
    else if (VOICE_END.test(tag?.[0] ?? '')) speakers = speakers.slice(0, -1);
    at = tagAt + (tag?.[0].length ?? 1);
  }
}

/**
 * The payload of a cue as plain text, by voice: tags mean nothing but `<v>`, character references are read as HTML
 * reads them (WebVTT 6.4). What one voice says in several pieces is one.
 */
export function voicesOf(payload: string): Voice[] {
  if (!payload.includes('<') && !payload.includes('&')) return [{ speaker: null, text: payload }];
  const [, name, said] = ONE_VOICE.exec(payload) ?? [];
  if (name !== undefined && said !== undefined) return [{ speaker: nameOf(name), text: said }];
  const voices: Voice[] = [];
  for (const piece of pieces(payload)) {
    const last = voices.at(-1);
    if (last && (last.speaker === piece.speaker || piece.text.trim() === ''))
      voices[voices.length - 1] = { speaker: last.speaker, text: last.text + piece.text };
    else voices.push(piece);
  }
  return voices;
}
