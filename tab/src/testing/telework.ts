import { MyRegistrationSchema, TeleworkRulesViewSchema } from '@kaigi/core/contract';
import { SECTION_HEAD } from './people.ts';

const word = (code: string, name: string) => ({ code, name, help: null });

export const theRules = () =>
  TeleworkRulesViewSchema.parse({
    ...{ regulationVersion: 'minato/2026-04-01', title: 'みなと市テレワーク実施要領', article: '第1条' },
    ...{ problem: null, ask: '人事課', switches: [] },
    items: [
      {
        ...{ row: 'tele.wifi', topic: 'FORBIDDEN', answer: 'CANNOT', sentence: '公衆 Wi-Fi には接続できません。' },
        ...{ article: 'みなと市テレワーク実施要領 第8条第2項', ask: '情報政策課', relaxedBy: [] },
      },
      {
        ...{ row: 'tele.cap', topic: 'CAP', answer: 'CANNOT', sentence: 'テレワークは1週間に3日までです。' },
        ...{ article: 'みなと市テレワーク実施要領 第6条第1項', ask: '人事課', relaxedBy: ['災害時の特例'] },
      },
      {
        ...{ row: 'tele.as.costs', topic: 'COSTS', answer: 'FACT', sentence: '自宅の回線の費用は本人の負担です。' },
        ...{ article: 'みなと市テレワーク実施要領 第12条第2項', ask: '人事課', relaxedBy: [] },
      },
    ],
    words: {
      ...{ kinds: [], spans: [], employments: [] },
      reasons: [word('CHILD', '小学生までの子の養育'), word('CARE', '家族の介護')],
      places: [word('OWN_HOME', '自宅'), word('CARED_HOME', '介護を受ける家族の住居')],
      networks: [word('CITY_LINE', '市の貸与回線'), word('PUBLIC_WIFI', '公衆 Wi-Fi')],
      devices: [word('LOANED_PC', '貸与端末'), word('PAPER', '紙の文書・記録媒体')],
      information: [word('GENERAL', '公開又は庁内の情報'), word('PERSONAL', '個人情報')],
    },
  });

export const aRegistration = () =>
  MyRegistrationSchema.parse({
    needed: true,
    current: {
      ...{
        id: '0193c0de-0000-7000-a000-000000000005',
        version: 3,
        staff: SECTION_HEAD,
        state: 'VALID',
        from: '2026-04-01',
        until: '2027-03-31',
        remindFrom: null,
      },
      places: [{ place: 'OWN_HOME', name: '自宅', address: '港町1-2-3' }],
      devices: [{ device: 'LOANED_PC', name: '貸与端末', model: 'PC-0123' }],
      contact: '内線から転送',
    },
    asked: null,
    renewable: false,
    firstDay: '2026-11-26',
  });
