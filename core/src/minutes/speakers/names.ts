import { folded } from '../../shared/index.ts';

/** The post with which somebody is called, at the end of a name. */
export const POST =
  /(?:課長補佐|副委員長|副会長|副市長|教育長|支所長|委員長|課長|部長|係長|次長|局長|室長|所長|主任|主査|主事|主幹|参事|補佐|班長|館長|校長|園長|技師|理事|会長|委員|議員|市長|座長|議長|リーダー|マネージャー)$/u;
const OTHER_TITLES =
  /(?:さん|様|氏|くん|君|先生|殿|副町長|副村長|町長|村長|副議長|(?:副|主任)(?:部長|課長|係長|主幹|主査|主事))$/u;
const ASIDE = /[（(【［[][^）)】］\]]*[）)】］\]]|[|｜/／@＠].*$/g;

/** 「山田 太郎（政策課）」, 「山田太郎 | 政策課長」 and 「山田太郎議長」 are 山田太郎. */
export const bareName = (name: string): string =>
  folded(name.replace(ASIDE, '')).replace(OTHER_TITLES, '').replace(POST, '');
