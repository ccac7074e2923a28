/** What one tag of a template stands for. */
export interface Tag {
  /** WORDS are put in its place; LIST repeats what stands between its two ends; IF shows it or leaves it out. */
  readonly kind: 'WORDS' | 'LIST' | 'IF';
  readonly says: string;
  /** Tags of a LIST's parts; those around it may be used too. */
  readonly inside?: Tags;
}
export type Tags = Readonly<Record<string, Tag>>;

const words = (says: string): Tag => ({ kind: 'WORDS', says });
const shownIf = (says: string): Tag => ({ kind: 'IF', says });
const list = (says: string, inside: Tags): Tag => ({ kind: 'LIST', says, inside });

/** The five boxes of the 会議結果報告書, as they are called on paper and in templates. */
export const OUTCOME_TAGS = {
  APPROVED_AS_PROPOSED: '案のとおり決定',
  APPROVED_WITH_CHANGES: '一部修正',
  CONTINUED: '継続検討',
  REJECTED: '否決',
  REPORT_ACCEPTED: '報告了承',
} as const;

const boxes = (of: string): Tags =>
  Object.fromEntries(Object.values(OUTCOME_TAGS).map((name) => [name, words(`${of}が「${name}」なら■、でなければ□`)]));

const PERSON: Tags = {
  氏名: words('氏名'),
  職名: words('職名（委員、部長など）'),
  所属: words('所属'),
};

const SENTENCE: Tags = {
  文: words('記載する文'),
  追記: words('発言に基づかない文なら「（追記）」、基づけば空'),
};

const DECISION: Tags = {
  ...SENTENCE,
  ...{ 結果: words('会議結果（案のとおり決定など）。なければ空'), 結果あり: shownIf('会議結果があるときだけ出す') },
};
const WORK: Tags = {
  ...{ ...SENTENCE, 担当: words('担当。決まっていなければ空'), 期限: words('期限。なければ空') },
  ...{ 担当あり: shownIf('担当が決まっているときだけ出す'), 期限あり: shownIf('期限があるときだけ出す') },
};
const ASKED: Tags = {
  ...{ ...SENTENCE, 区分: words('「問」又は「答」'), 発言者: words('発言者。分からなければ空') },
  発言者あり: shownIf('発言者が分かるときだけ出す'),
};
const REMARK: Tags = { 発言者: words('発言者の職と氏名。分からなければ「発言者不明」'), 発言内容: words('発言') };

const DISCUSSED: Tags = {
  番号: words('議題の順番。どの議題にも属さない部分では空'),
  議題名: words('議題名。どの議題にも属さない部分では空'),
  議題あり: shownIf('議題に属する部分だけに出す'),
  ...boxes('この議題の結果'),
  ...{ 概要: list('概要の文', SENTENCE), 要点: list('要点の文', SENTENCE) },
  質疑: list('質問と答弁', ASKED),
  ...{ 決定: list('決定事項', DECISION), 対応: list('対応事項', WORK), 発言: list('発言', REMARK) },
  ...{ 概要あり: shownIf('概要があるときだけ出す'), 要点あり: shownIf('要点があるときだけ出す') },
  ...{ 質疑あり: shownIf('質疑があるときだけ出す'), 決定あり: shownIf('決定事項があるときだけ出す') },
  ...{ 対応あり: shownIf('対応事項があるときだけ出す'), 発言あり: shownIf('発言があるときだけ出す') },
};

/** Every tag that a template may use. The table of them in `docs/` is checked against this. */
export const TAGS: Tags = {
  ...{ 会議名: words('会議の名称'), 会議体: words('会議体の名称。なければ空') },
  開催日: words('「令和8年11月20日（金）」'),
  開始時刻: words('「午後1時30分」。分からなければ空'),
  終了時刻: words('「午後3時5分」。分からなければ空'),
  開催日時: words('開催日、開始時刻、終了時刻を続けて'),
  開催場所: words('場所'),
  公開区分: words('「公開」又は「非公開」'),
  非公開理由: words('非公開のときの根拠と理由。公開なら空'),
  傍聴者数: words('「2人」。数えていなければ空'),
  所管課: words('所管課'),
  ...boxes('いずれかの議題の結果'),
  議題一覧: words('議題に番号を付け、改行で続けて'),
  出席者一覧: words('出席者の職と氏名を、改行で続けて'),
  欠席者一覧: words('欠席者の職と氏名を、改行で続けて。いなければ「なし」'),
  職員一覧: words('出席した職員の職と氏名を、改行で続けて。いなければ「なし」'),
  資料一覧: words('資料名を、改行で続けて。なければ「なし」'),
  議題: list('議題', { 番号: words('順番'), 議題名: words('議題名') }),
  出席者: list('出席者（職員を除く）', PERSON),
  欠席者: list('欠席者', PERSON),
  職員: list('出席した職員', PERSON),
  署名委員: list('署名委員', PERSON),
  資料: list('資料', { 番号: words('順番'), 資料名: words('資料名') }),
  審議: list('議題ごとの内容。議題の前の部分があれば、それが最初', DISCUSSED),
  発言: list('全ての発言', REMARK),
  決定事項: list('全ての決定事項', { ...DECISION, 議題名: words('議題名') }),
  対応事項: list('全ての対応事項', { ...WORK, 議題名: words('議題名') }),
  公表用: shownIf('公表用の写しだけに出す'),
  非公開とした部分: list('公表用の写しで除いた部分の根拠', {
    ...{ 記号: words('文中の「■■■」に続く番号。根拠が一つなら空'), 根拠: words('根拠（条例の号）') },
  }),
};

/** A tag with the lists that it stands in, the outermost first. */
export interface TagRow extends Pick<Tag, 'kind' | 'says'> {
  readonly tag: string;
  readonly within: readonly string[];
}

export const tagRows = (tags: Tags = TAGS, within: readonly string[] = []): TagRow[] =>
  Object.entries(tags).flatMap(([tag, { kind, says, inside }]) => [
    { tag, kind, says, within },
    ...(inside ? tagRows(inside, [...within, tag]) : []),
  ]);
