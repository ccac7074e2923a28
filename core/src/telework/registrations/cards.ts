import { type ChatMessage, dayIn, type Locale, say, type Texts } from '../../shared/index.ts';
import { cardOf, factSet, heading, text } from '../elements.ts';
import { openPage, type ToTab } from '../tab-pages.ts';
import type { MyRegistration, RegistrationView } from './contract.ts';

export const registrationCardTexts = {
  'telework.registration_title': { ja: 'テレワークの利用者登録', en: 'Registration for telework' },
  'telework.registration_none': { ja: 'まだ登録がありません。', en: 'You are not registered.' },
  'telework.registration_no_need': {
    ja: 'この団体の規程では登録は要りません。「申請」で実施を申請できます。',
    en: 'No registration is asked for here. “apply” asks for a day.',
  },
  'telework.registration_open': { ja: '登録を申請する', en: 'Ask for the registration' },
  'telework.registration_change': { ja: '登録の変更・更新を申請する', en: 'Change or renew the registration' },
  'telework.registration_VALID': { ja: '有効', en: 'valid' },
  'telework.registration_EXPIRED': { ja: '期限切れ', en: 'expired' },
  'telework.registration_ASKED': { ja: '申請中', en: 'asked for' },
  'telework.registration_REFUSED': { ja: '不承認', en: 'not approved' },
  'telework.registration_CANCELLED': { ja: '取消し', en: 'cancelled' },
  'telework.registration_REPLACED': { ja: '変更済み', en: 'replaced' },
  'telework.registration_state': { ja: '状態', en: 'State' },
  'telework.registration_until': { ja: '有効期限', en: 'Valid until' },
  'telework.registration_places': { ja: '場所', en: 'Places' },
  'telework.registration_devices': { ja: '端末', en: 'Devices' },
  'telework.registration_renew': {
    ja: '登録の期限が近づきました。更新を申請してください。',
    en: 'The registration ends soon. Ask for its renewal.',
  },
} as const satisfies Texts;

type Code = keyof typeof registrationCardTexts extends `telework.registration_${infer Rest}` ? Rest : never;

const words = (locale: Locale, code: Code): string =>
  say(registrationCardTexts, `telework.registration_${code}`, locale) ?? code;

/** Names only: where it is stands in no chat. */
const facts = ({ state, until, places, devices }: RegistrationView, locale: Locale) =>
  factSet([
    [words(locale, 'state'), words(locale, state)],
    [words(locale, 'until'), until && dayIn(until, locale)],
    [words(locale, 'places'), places.map(({ name }) => name).join('、')],
    [words(locale, 'devices'), devices.map(({ name }) => name).join('、')],
  ]);

export interface RegistrationContext extends ToTab {
  readonly locale: Locale;
}

/** One's own registration, and whether something is to be done about it. */
export function registrationMessage(
  { needed, current, asked, renewable }: MyRegistration,
  context: RegistrationContext,
): ChatMessage {
  const { locale } = context;
  const title = words(locale, 'title');
  const shown = [current, asked].flatMap((view) => (view ? [facts(view, locale)] : []));
  const nothing = needed ? words(locale, 'none') : words(locale, 'no_need');
  const body = [
    heading(title),
    ...(shown.length === 0 ? [text(nothing)] : shown),
    ...(renewable ? [text(words(locale, 'renew'), { weight: 'Bolder' })] : []),
  ];
  const tab = openPage(context, 'registration', words(locale, current === null ? 'open' : 'change'));
  const card = cardOf(locale, body, needed && asked === null ? tab : []);
  return { kind: 'card', card, summary: renewable ? words(locale, 'renew') : title };
}
