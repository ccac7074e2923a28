import type { Clock } from '../../platform/index.ts';
import { type Caller, type ChatCommand, type ChatMessage, localTimeOf } from '../../shared/index.ts';
import type { PresenceService } from './service.ts';
import { byState, oneLine, words } from './words.ts';

const MOST = 40;
const FEW = 5;

async function ofSection(presence: PresenceService, caller: Caller): Promise<string> {
  const { locale } = caller;
  const { items, path, at } = await presence.board(caller, { below: 'true' });
  const unit = path.at(-1)?.name ?? words(locale, 'all');
  const title = words(locale, 'title', { unit, time: localTimeOf(new Date(at)), count: items.length });
  return [title, ...byState(items, { at, locale, most: MOST })].join('\n\n');
}

/** 「在席」: who of my section is where; 「在席 ○○」「どこ ○○」: where is a person, or who of a unit. */
export const presenceCommand = (presence: PresenceService, clock: Clock): ChatCommand => ({
  words: ['在席', 'どこ', 'presence'],
  help: {
    ja: '「在席」「どこ ○○」：自分の課の人、または名前や所属の人が、いまどこにいるかを示します（案件は「今どこ」）。',
    en: '“presence”, “presence Sato”: where the people of your section, of a name or of a unit are now.',
  },
  async handle(caller, argument) {
    const asked = Array.from(argument.trim().replace(/(?:さん|様|にいる|は)$/u, ''))
      .slice(0, 50)
      .join('');
    if (asked === '') return [text(await ofSection(presence, caller))];
    const { locale } = caller;
    const found = await presence.find(caller, asked);
    if (found === null) return [text(words(locale, 'nobody', { words: asked }))];
    const at = clock.now().toISOString();
    const lines =
      found.length <= FEW
        ? found.map((row) => oneLine(row, { at, locale }))
        : byState(found, { at, locale, most: MOST });
    return [text(lines.join('\n\n'))];
  },
});

const text = (said: string): ChatMessage => ({ kind: 'text', text: said });
