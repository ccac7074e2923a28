import { type Caller, type ChatCommand, type ChatMessage, KaigiError, say } from '../../shared/index.ts';
import { type AbsenceInput, AbsenceInputSchema, type AbsenceView } from './contract.ts';
import { moment, momentOfEnd } from './present.ts';
import type { Absences } from './service.ts';
import { absenceTexts } from './text.ts';
import { readAbsenceWords } from './words.ts';

const SHOWN = 10;

const words = (caller: Caller, code: string, params: Record<string, string | number> = {}) =>
  say(absenceTexts, `directory.absence_command.${code}`, caller.locale, params) ?? code;

/** 「不在」 shows who is away, 「不在 今日」 says that I am, 「不在 取消」 takes it back. */
export function absenceCommands(absences: Absences, now: () => Date): ChatCommand[] {
  return [
    {
      words: ['不在', 'away'],
      help: {
        ja: '「不在」：いま不在の人を示します。「不在 今日」「不在 17:30まで」で自分の不在を入れ、「不在 取消」で取り消します。',
        en: '“away”: who is away. “away today” says that you are, “away cancel” takes it back.',
      },
      async handle(caller, argument) {
        const read = readAbsenceWords(argument, now());
        if (read.kind === 'list') return [text(await list(absences, caller, now()))];
        if (read.kind === 'cancel') return [text(await cancel(absences, caller))];
        if (read.kind === 'unknown') return [text(words(caller, 'how'))];
        const { from, until, note } = read;
        // What comes from the chat is looked over as what comes over HTTP.
        const input = AbsenceInputSchema.safeParse({ from: from?.toISOString(), until: until.toISOString(), note });
        return [
          text(input.success ? await record(absences, caller, { input: input.data, at: now() }) : words(caller, 'how')),
        ];
      },
    },
  ];
}

const text = (said: string): ChatMessage => ({ kind: 'text', text: said });

async function list(absences: Absences, caller: Caller, at: Date): Promise<string> {
  const { items, sources } = await absences.list(caller, { of: 'unit' });
  const unread = sources.filter(({ stale }) => stale);
  const never = unread.length === sources.length && unread.every(({ readAt }) => readAt === null);
  const stale = never ? [words(caller, 'never_read')] : unread.map(({ sentence }) => sentence);
  const lines = items.slice(0, SHOWN).map((item) => `・${lineOf(item, { caller, at })}`);
  const more = items.length > SHOWN ? [words(caller, 'more', { count: items.length - SHOWN })] : [];
  const found = lines.length === 0 ? [words(caller, 'nobody')] : lines;
  return [...found, ...more, ...stale, words(caller, 'how')].join('\n');
}

function lineOf(
  { person, from, until, statement }: AbsenceView,
  { caller, at }: { readonly caller: Caller; readonly at: Date },
): string {
  const { unitName, postTitle, name } = person;
  const who = `${unitName} ${postTitle} ${name}`;
  const end = until === null ? '' : momentOfEnd(new Date(until), { at });
  const params = { who, from: moment(new Date(from), { at }), until: end, statement };
  return words(caller, until === null ? 'line_open' : 'line', params);
}

async function record(
  absences: Absences,
  caller: Caller,
  { input, at }: { readonly input: AbsenceInput; readonly at: Date },
): Promise<string> {
  try {
    const made = await absences.record(caller, input);
    const end = new Date(made.until ?? made.from);
    return words(caller, 'recorded', { from: moment(new Date(made.from), { at }), until: momentOfEnd(end, { at }) });
  } catch (error) {
    if (!(error instanceof KaigiError) || error.kind !== 'bad-input') throw error;
    return say(absenceTexts, error.code, caller.locale) ?? error.code;
  }
}

/** All that is one's own and holds or is to come: what was typed, and what a mailbox says. */
async function cancel(absences: Absences, caller: Caller): Promise<string> {
  const { items } = await absences.list(caller, { of: 'mine' });
  const mine = items.filter(({ mayCancel }) => mayCancel);
  for (const { id } of mine) await absences.cancel(caller, id);
  return words(caller, mine.length === 0 ? 'nothing_to_cancel' : 'cancelled', { count: mine.length });
}
