import type { Directory } from '../directory/index.ts';
import type { Clock, Database, Tx } from '../platform/index.ts';
import { type Caller, type ChatCommand, type Locale, say } from '../shared/index.ts';
import type { NotificationSettings, NotificationWish } from './contract.ts';
import { recipients, saveWish } from './held-store.ts';
import { notificationsTexts } from './text.ts';

export interface WishParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly directory: Pick<Directory, 'actorOf'>;
  readonly quietByDefault: boolean;
}

export interface Wishes {
  read(caller: Caller): Promise<NotificationSettings>;
  choose(caller: Caller, wish: NotificationWish): Promise<NotificationSettings>;
}

const words = (locale: Locale, code: string, params: Record<string, string> = {}) =>
  say(notificationsTexts, `notifications.${code}`, locale, params) ?? code;

function sentenceOf({ normal, quietHours }: NotificationWish, locale: Locale): string {
  const told = words(locale, normal === 'DIGEST' ? 'digest' : 'at_once');
  const when = words(locale, quietHours ? 'quiet' : 'not_quiet');
  return locale === 'ja' ? `${told}${when}` : `${told} ${when}`;
}

/** When a person wants to be told, and how they change it. */
export function createWishes({ db, clock, directory, quietByDefault }: WishParts): Wishes {
  const settings = async (tx: Tx, caller: Caller): Promise<NotificationSettings & { readonly staffId: string }> => {
    const { staffId } = await directory.actorOf(tx, caller);
    const found = (await recipients(tx, [staffId], quietByDefault)).get(staffId);
    const wish = { normal: found?.normal ?? 'AT_ONCE', quietHours: found?.quietHours ?? quietByDefault };
    return { staffId, ...wish, chosen: found?.chosen === true, sentence: sentenceOf(wish, caller.locale) };
  };
  return {
    read: (caller) =>
      db.inMunicipality(caller.municipalityId, async (tx) => {
        const { staffId: _self, ...shown } = await settings(tx, caller);
        return shown;
      }),
    choose: (caller, { normal, quietHours }) =>
      db.inMunicipality(caller.municipalityId, async (tx) => {
        const { staffId } = await directory.actorOf(tx, caller);
        await saveWish(tx, staffId, { normal, quietHours, at: clock.now() });
        return { normal, quietHours, chosen: true, sentence: sentenceOf({ normal, quietHours }, caller.locale) };
      }),
  };
}

const CHANGES: Readonly<Record<string, Partial<NotificationWish>>> = {
  まとめて: { normal: 'DIGEST' },
  まとめ: { normal: 'DIGEST' },
  digest: { normal: 'DIGEST' },
  すぐ: { normal: 'AT_ONCE' },
  すぐに: { normal: 'AT_ONCE' },
  'at once': { normal: 'AT_ONCE' },
  勤務時間: { quietHours: true },
  'working hours': { quietHours: true },
  いつでも: { quietHours: false },
  always: { quietHours: false },
};

/** 「通知」 shows the settings, 「通知 まとめて」 changes them. */
export function notificationsCommands(wishes: Wishes): ChatCommand[] {
  return [
    {
      words: ['通知', 'notify'],
      help: {
        ja: '「通知」：お知らせの受け取り方を示し、変えます（まとめて・すぐ・勤務時間・いつでも）。',
        en: '“notify”: shows and changes when you are told (digest, at once, working hours, always).',
      },
      async handle(caller, argument) {
        const word = argument.trim().toLowerCase();
        const now = await wishes.read(caller);
        const change = CHANGES[word];
        if (change) {
          const { normal, quietHours } = { ...now, ...change };
          return [{ kind: 'text', text: (await wishes.choose(caller, { normal, quietHours })).sentence }];
        }
        const unknown = word === '' ? [] : [words(caller.locale, 'command_unknown', { word: argument.trim() })];
        return [{ kind: 'text', text: [...unknown, now.sentence, words(caller.locale, 'command_how')].join('\n') }];
      },
    },
  ];
}
