import { type Locale, say, type Texts } from '../../shared/index.ts';

export const requestFormTexts = {
  'telework.form_title': { ja: 'テレワークの実施申請', en: 'Request for telework' },
  'telework.form_lead': {
    ja: '1日分を申請します。前回の内容を入れてあります。何日分もまとめた申請、毎週の申請、時間単位、休憩の変更は「まとめて申請する」から。',
    en: 'For one day, filled in with your last request. For several days, certain hours or other breaks open the tab.',
  },
  'telework.form_date': { ja: '日', en: 'Day' },
  'telework.form_kind': { ja: '区分', en: 'Kind' },
  'telework.form_span': { ja: '全日・半日', en: 'Whole day or half' },
  'telework.form_place': { ja: '場所', en: 'Place' },
  'telework.form_networks': { ja: '通信回線', en: 'Network' },
  'telework.form_devices': { ja: '端末', en: 'Devices' },
  'telework.form_information': { ja: '扱う情報・業務', en: 'Information and work' },
  'telework.form_tasks': { ja: '業務の予定', en: 'Planned tasks' },
  'telework.form_contact': { ja: '連絡先', en: 'How to reach you' },
  'telework.form_items': { ja: '持ち出す物', en: 'What you take out' },
  'telework.form_items_hint': { ja: '貸与端末 1台、紙の資料 3枚', en: 'one lent computer, three sheets of paper' },
  'telework.form_reason': { ja: '理由', en: 'Reason' },
  'telework.form_reason_hint': { ja: '当日の申請などで要ります', en: 'needed for example on the day itself' },
  'telework.form_send': { ja: '申請する', en: 'Apply' },
  'telework.form_unreadable': { ja: '入力を確かめてください。', en: 'Look over what you filled in.' },
  'telework.form_sent': {
    ja: '申請しました。状態はこのチャットのカードで分かります。',
    en: 'Applied. The card in this chat shows how it stands.',
  },
  'telework.form_none': {
    ja: 'この団体の規程にはテレワークの定めがありません。人事担当課に聞いてください。',
    en: 'The rules of this municipality say nothing about telework. Ask the personnel section.',
  },
  'telework.form_register': {
    ja: '先に利用者登録をしてください。',
    en: 'Register first.',
  },
  'telework.form_registering': {
    ja: '利用者登録は申請中です。{who}が決裁しています。承認されると、ここから実施を申請できます。',
    en: 'Your registration is asked for and waits with {who}. Once it is approved you can apply here.',
  },
  'telework.form_registering_made': {
    ja: '利用者登録の申請は、決裁へ回しているところです。承認されると、ここから実施を申請できます。',
    en: 'Your registration is being put before your superiors. Once it is approved you can apply here.',
  },
  'telework.form_registering_back': {
    ja: '利用者登録の申請が差し戻されています。案件を開いて直し、出し直してください。',
    en: 'Your registration was sent back. Open the case, mend it and send it again.',
  },
  'telework.form_open_registration': { ja: '登録の案件を開く', en: 'Open the registration' },
  'telework.form_register_open': { ja: '利用者登録を申請する', en: 'Ask for the registration' },
  'telework.form_several': { ja: 'まとめて申請する', en: 'Several days' },
  'telework.form_list': { ja: '申請中・これからの申請：', en: 'Under way, and to come:' },
} as const satisfies Texts;

type Code = keyof typeof requestFormTexts extends `telework.form_${infer Rest}` ? Rest : never;

export const words = (locale: Locale, code: Code, params: Record<string, string> = {}): string =>
  say(requestFormTexts, `telework.form_${code}`, locale, params) ?? code;
